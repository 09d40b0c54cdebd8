// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window on a backend, in this process or another: from its creation to the end of the event loop, and
// what the options ask for then. GUI thread.
#pragma once

#include "app/LanguageSetting.h"
#include "app/Options.h"
#include "views/FrontEnd.h"

#include <QApplication>

#include <functional>

namespace manometer::gui {
class MainWindow;
}

namespace manometer::app {

// `views` without exports and language. `start` is called once the window is shown. Returns the exit code.
int runWindow(QApplication &application, const Options &options, views::FrontEnd views,
              LanguageSetting &language, const std::function<void(gui::MainWindow &)> &start);

} // namespace manometer::app
