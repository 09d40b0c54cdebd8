// SPDX-License-Identifier: GPL-3.0-or-later
//
// Empty: the precompiled header of tests/CMakeLists.txt belongs to a target, and a target has a source.
