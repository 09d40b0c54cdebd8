// SPDX-License-Identifier: GPL-3.0-or-later
//
// describe_options: generates documentation from the table of options, for the build and the package.
//   describe_options man TEMPLATE   the manual page: TEMPLATE with its @OPTIONS@ and @VERSION@ filled in
//   describe_options bash|zsh|fish  the completion of that shell
// Writes to standard output, in English. Exit code 1 if the template cannot be read, 2 for other arguments.
#include "app/OptionDescriptions.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace manometer;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    QByteArray text;
    if (arguments.size() == 2 && arguments[0] == QLatin1StringView("man")) {
        QFile file(arguments[1]);
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(arguments[1]), qPrintable(file.errorString()));
            return 1;
        }
        text = app::manualPage(file.readAll(), MANOMETER_VERSION);
    } else if (arguments == QStringList{QStringLiteral("bash")}) {
        text = app::bashCompletion();
    } else if (arguments == QStringList{QStringLiteral("zsh")}) {
        text = app::zshCompletion();
    } else if (arguments == QStringList{QStringLiteral("fish")}) {
        text = app::fishCompletion();
    } else {
        std::fputs("describe_options man TEMPLATE | bash | zsh | fish\n", stderr);
        return 2;
    }
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
