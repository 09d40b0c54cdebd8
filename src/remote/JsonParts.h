// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes a large or mixed JSON document apart without a tree of all of it: the text of one member, or of each
// item of one array. The texts have no white space between their tokens; numbers and strings are as written.
// Pure; any thread. Memory: a copy of the document, and one part.
#pragma once

#include "expected/Expected.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <string_view>

namespace manometer::remote {

// The value of this member of the document, which is an object. Fails without it.
Expected<QByteArray, QString> memberText(const QByteArray &document, std::string_view name);

// Calls `onItem` with each item of this member of the document. Fails if it is missing or no array; `onItem`
// may have been called then.
Expected<void, QString> forEachItem(const QByteArray &document, std::string_view name,
                                    const std::function<void(const QByteArray &)> &onItem);

} // namespace manometer::remote
