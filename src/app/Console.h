// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the main() of each program does first: arguments, answers to them, signals. Main thread.
#pragma once

#include "app/Options.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdio>

namespace manometer::app {

QList<QByteArray> argumentsOf(int argc, char **argv);
void print(std::FILE *stream, const QString &text);
// Prints the answer, to standard error unless its exit code is 0. The exit code, or 1 if it cannot be
// printed.
int give(const Answer &answer);
// A closed pipe (SIGPIPE) and a file at its size limit (SIGXFSZ, ulimit -f) are errors of the write from now
// on, instead of killing the program.
void makeSignalsWriteErrors();

} // namespace manometer::app
