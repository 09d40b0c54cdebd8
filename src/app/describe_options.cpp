// SPDX-License-Identifier: GPL-3.0-or-later
//
// describe_options: generates documentation from the table of options of a program, for the build and the
// package.
//   describe_options PROGRAM man TEMPLATE   its manual page: TEMPLATE with @OPTIONS@ and @VERSION@ filled in
//   describe_options PROGRAM bash|zsh|fish  its completion for that shell
// Writes to standard output, in English. Exit code 1 if the template cannot be read, 2 for other arguments.
#include "app/OptionDescriptions.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <optional>

using namespace manometer;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    std::optional<app::Program> program;
    for (const app::Program each : {app::Program::Window, app::Program::Daemon})
        if (!arguments.isEmpty() && arguments.constFirst() == QLatin1StringView(app::nameOf(each)))
            program = each;
    arguments = arguments.mid(1);
    QByteArray text;
    if (program && arguments.size() == 2 && arguments[0] == QLatin1StringView("man")) {
        QFile file(arguments[1]);
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(arguments[1]), qPrintable(file.errorString()));
            return 1;
        }
        text = app::manualPage(*program, file.readAll(), MANOMETER_VERSION);
    } else if (program && arguments == QStringList{QStringLiteral("bash")}) {
        text = app::bashCompletion(*program);
    } else if (program && arguments == QStringList{QStringLiteral("zsh")}) {
        text = app::zshCompletion(*program);
    } else if (program && arguments == QStringList{QStringLiteral("fish")}) {
        text = app::fishCompletion(*program);
    } else {
        std::fputs("describe_options PROGRAM man TEMPLATE | bash | zsh | fish\n", stderr);
        return 2;
    }
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
