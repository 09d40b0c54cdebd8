// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RehearsalFolder.h"

#include "app/Places.h"
#include "files/OwnFile.h"
#include "pressure/rehearsal/CurveFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <cerrno>
#include <csignal>
#include <utility>

namespace manometer::app {

namespace {

using pressure::CurveProblem;

struct RehearsalText
{
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

QString reasonOf(const CurveProblem &problem)
{
    using Kind = CurveProblem::Kind;
    const auto inLine = [&problem](const QString &what) {
        return RehearsalText::tr("line %1: %2", "%2: what is wrong in it")
            .arg(QLocale().toString(qulonglong(problem.line)), what);
    };
    switch (problem.kind) {
    case Kind::Unreadable:
        return qt_error_string(problem.systemError);
    case Kind::NotAFile:
        return RehearsalText::tr("it is not a regular file");
    case Kind::LineTooLong:
        return RehearsalText::tr("a line is longer than 64 KiB");
    case Kind::NoColumns:
        return RehearsalText::tr("there are neither the columns elapsed_s (or unix_time_s) and "
                                 "system_used_percent nor two columns, seconds and percent");
    case Kind::NotANumber:
        return inLine(RehearsalText::tr("the time or the percent is not a number"));
    case Kind::OutOfRange:
        return inLine(RehearsalText::tr("the percent is not within 0 to 100"));
    case Kind::TimeGoesBack:
        return inLine(RehearsalText::tr("the time is earlier than in the row before"));
    case Kind::TooFewRows:
        return RehearsalText::tr("it needs two rows with a percent, at different times");
    case Kind::TooManyRows:
        return RehearsalText::tr("it has more than 2,000,000 rows");
    case Kind::TooLong:
        return inLine(RehearsalText::tr("it is longer than 31 days"));
    }
    return {};
}

// Of programs that were killed. In another container, a running program has a number of another process or of
// none: what it loses then is a rehearsal's.
void removeAbandoned(const QString &beside)
{
    const QString prefix = QStringLiteral("played-");
    const QDir folder = QFileInfo(beside).dir();
    for (const QString &name : folder.entryList({prefix + u'*'}, QDir::Dirs | QDir::NoSymLinks)) {
        bool isNumber = false;
        const int process = name.mid(prefix.size()).toInt(&isNumber);
        if (isNumber && process > 0 && ::kill(process, 0) != 0 && errno == ESRCH)
            QDir(folder.filePath(name)).removeRecursively();
    }
}

} // namespace

RehearsalFolder::RehearsalFolder(QString path, service::Rehearsal rehearsal)
    : m_path(std::move(path))
    , m_rehearsal(std::move(rehearsal))
{}

RehearsalFolder::~RehearsalFolder()
{
    QDir(m_path).removeRecursively();
}

Expected<std::unique_ptr<RehearsalFolder>, QString> RehearsalFolder::create(const Options &options)
{
    if (options.machine != Machine::Played)
        return nullptr;
    auto curve = pressure::findCurve(options.curve.toStdString());
    if (!curve)
        return Unexpected<QString>(RehearsalText::tr("--rehearse: %1 cannot be played: %2.")
                                       .arg(QFile::decodeName(options.curve), reasonOf(curve.error())));
    const QString path = rehearsalFolder();
    removeAbandoned(path);
    QDir(path).removeRecursively(); // of a killed program with the same number
    std::unique_ptr<RehearsalFolder> folder(
        new RehearsalFolder(path, {.curve = std::make_shared<pressure::Curve>(std::move(*curve)),
                                   .speed = options.rehearseSpeed,
                                   .name = options.curve.toStdString()}));
    files::makeOwnFolder(path);
    // What the real program would report about an unreadable file, it reports itself.
    if (const auto settings = files::readOwnFile(settingsFile()))
        files::writeOwnFile(settingsFile(Machine::Played), *settings);
    return folder;
}

} // namespace manometer::app
