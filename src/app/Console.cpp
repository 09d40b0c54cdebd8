// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"

#include <csignal>

namespace manometer::app {

QList<QByteArray> argumentsOf(int argc, char **argv)
{
    QList<QByteArray> arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(argv[i]);
    return arguments;
}

void print(std::FILE *stream, const QString &text)
{
    std::fprintf(stream, "%s\n", qPrintable(text));
}

int give(const Answer &answer)
{
    print(answer.exitCode == 0 ? stdout : stderr, answer.text);
    return std::fflush(stdout) == 0 ? answer.exitCode : 1;
}

void makeSignalsWriteErrors()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace manometer::app
