// SPDX-License-Identifier: GPL-3.0-or-later
//
// What most test sources include, for a precompiled header. A source still includes what it needs.
#pragma once

#include <QDir>
#include <QFile>
#include <QObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>
