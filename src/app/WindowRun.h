// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window on a backend, in this process or another: from its creation to the end of the event loop, and
// what the options ask for then. GUI thread.
#pragma once

#include "app/AppearanceSetting.h"
#include "app/LanguageSetting.h"
#include "app/Options.h"
#include "views/FrontEnd.h"

#include <QApplication>

#include <functional>

namespace manometer::gui {
class MainWindow;
}

namespace manometer::app {

// The window's own settings, from their files and the options. Blocks on disk.
struct WindowChoices
{
    explicit WindowChoices(const Options &options);

    LanguageSetting language;
    AppearanceSetting appearance;
};

// `views` without exports and the window's choices. `start` is called once the window is shown. Returns the
// exit code.
int runWindow(QApplication &application, const Options &options, views::FrontEnd views,
              WindowChoices &choices, const std::function<void(gui::MainWindow &)> &start);

} // namespace manometer::app
