// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using GuiApplication = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using GuiApplication = QGuiApplication;
#else
#include <QCoreApplication>
using GuiApplication = QCoreApplication;
#endif

#include <cstdio>
#include <map>
#include <string>
#include <string_view>

namespace manometer::test {

namespace {

struct Test
{
    Application application;
    std::unique_ptr<QObject> (*make)();
};

std::map<std::string, Test, std::less<>> &allTests()
{
    static std::map<std::string, Test, std::less<>> tests;
    return tests;
}

// "…/tst_help.cpp" -> "tst_help"
std::string nameOf(std::string_view file)
{
    file.remove_prefix(file.rfind('/') + 1);
    return std::string(file.substr(0, file.rfind('.')));
}

int run(const Test &test, int argc, char **argv)
{
    std::unique_ptr<QCoreApplication> application;
    if (test.application == Application::Core)
        application = std::make_unique<QCoreApplication>(argc, argv);
    else if (test.application == Application::Gui)
        application = std::make_unique<GuiApplication>(argc, argv);
    const std::unique_ptr<QObject> object = test.make();
    return QTest::qExec(object.get(), argc, argv);
}

} // namespace

Registration::Registration(const char *file, Application application, std::unique_ptr<QObject> (*make)())
{
    allTests().emplace(nameOf(file), Test{application, make});
}

} // namespace manometer::test

int main(int argc, char **argv)
{
    using namespace manometer::test;
    if (argc < 2) {
        for (const auto &[name, test] : allTests())
            std::puts(name.c_str());
        return 2;
    }
    const auto test = allTests().find(std::string_view(argv[1]));
    if (test == allTests().end()) {
        std::fprintf(stderr, "%s: no test named %s\n", argv[0], argv[1]);
        return 2;
    }
    argv[1] = argv[0];
    return run(test->second, argc - 1, argv + 1);
}
