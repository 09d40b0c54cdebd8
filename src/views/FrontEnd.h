// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a front-end works with: the views of a backend, which may be on another machine, and the front-end's
// own files, language and appearance, which are on this one.
#pragma once

#include "views/AppearanceView.h"
#include "views/Backend.h"
#include "views/ExportView.h"
#include "views/LanguageView.h"

#include <optional>

namespace manometer::views {

// Borrowed pointers; what they point to outlives the front-end.
struct FrontEnd : Views
{
    ExportView *exports = nullptr;
    LanguageView *language = nullptr;
    AppearanceView *appearance = nullptr;
    // The backend of the views, if it is in another process: the front-end states its connection. Otherwise
    // null.
    Backend *attached = nullptr;
    QString place{};         // of that backend, for the operator
    bool isReadOnly = false; // no change is sent to it
    // The views are of a recording of this time: there is no machine and no present. A draft can be made, but
    // nothing takes effect.
    std::optional<TimeRange> recorded{};
};

} // namespace manometer::views
