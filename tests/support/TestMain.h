// SPDX-License-Identifier: GPL-3.0-or-later
//
// Puts a test class into the test program of its room, under the name of its file. CTest runs each class in a
// process of its own: `tests_gui tst_help` runs one, with QtTest's arguments behind its name; without arguments the
// program lists what it has.
#pragma once

#include <QObject>
#include <QTest>

#include <memory>

namespace manometer::test {

enum class Application {
    None,
    Core, // QCoreApplication
    Gui,  // QApplication, or QGuiApplication in a program without widgets
};

class Registration
{
public:
    Registration(const char *file, Application application, std::unique_ptr<QObject> (*make)());
};

} // namespace manometer::test

// One a file, at its end, before the file's .moc.
#define MANOMETER_TEST(application, Class)                                                                   \
    static const manometer::test::Registration registrationOf##Class(                                        \
        __FILE__, manometer::test::Application::application,                                                 \
        []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
