// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/Errors.h"

#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/Paths.h"

#include <QCoreApplication>

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

} // namespace

QString sourceError(const pressure::SourceError &error)
{
    const QString file = fileInText(QByteArray::fromStdString(error.path));
    if (error.kind == pressure::SourceError::Kind::Malformed)
        return Tr::tr("%1 contains no usable values: %2")
            .arg(file, pathInText(QByteArray::fromStdString(error.detail)));
    return Tr::tr("%1 cannot be read: %2").arg(file, qt_error_string(error.systemError));
}

QString thresholdProblem(const pressure::ThresholdProblem &problem)
{
    using Kind = pressure::ThresholdProblem::Kind;
    const QString level = levelWord(problem.level);
    switch (problem.kind) {
    case Kind::NotANumber:
        return Tr::tr("%1: one of the values is not a number.").arg(level);
    case Kind::OutOfRange:
        return Tr::tr("%1: every percentage must be between 0 and 100.").arg(level);
    case Kind::LeaveNotBelowEnter:
        return Tr::tr("%1 must end below the value at which it begins; otherwise it would flap.").arg(level);
    case Kind::TooCloseToNext:
        return Tr::tr("%1 must begin at least %2 below %3.")
            .arg(level, points(pressure::minimumGapPercent), levelWord(pressure::oneAbove(problem.level)));
    case Kind::LeaveBelowPrevious:
        return Tr::tr("%1 must not end below the value at which %2 ends.")
            .arg(level, levelWord(pressure::oneBelow(problem.level)));
    case Kind::HoldOutOfRange:
        return Tr::tr("%1: the hold must be between 0 s and 1 hour.").arg(level);
    case Kind::TargetNotBelowEnter:
        break;
    }
    return Tr::tr("%1: the target must be below the value at which the level begins.").arg(level);
}

namespace {

QString scanFailureItself(const views::ScanFailure &failure)
{
    using Kind = views::ScanFailure::Kind;
    const QString reason = qt_error_string(failure.systemError);
    switch (failure.kind) {
    case Kind::NoReader:
        if (!failure.detail.isEmpty())
            return Tr::tr("The metadata reader exiftool does not start: %1").arg(failure.detail);
        return Tr::tr("The metadata reader exiftool is missing. Install it (Debian, Ubuntu: package "
                      "libimage-exiftool-perl; Fedora: perl-Image-ExifTool), then scan again.");
    case Kind::FolderUnreadable:
        return Tr::tr("The folder cannot be listed: %1").arg(reason);
    case Kind::Unreadable:
        return Tr::tr("The file cannot be read: %1").arg(reason);
    case Kind::ChangedWhileRead:
        return Tr::tr("The file changed while it was read. The next scan reads it again.");
    case Kind::ReaderFailed:
        return Tr::tr("The metadata reader returned no usable result for this file.");
    case Kind::TimedOut:
        return Tr::tr("The metadata reader took too long for this file and was stopped.");
    case Kind::TooLarge:
        return Tr::tr("The metadata of this file exceeds the size limit.");
    case Kind::NotUnderstood:
        return Tr::tr("The metadata reader cannot interpret this file: %1")
            .arg(pathInText(failure.detail.toUtf8()));
    case Kind::NotStored:
        break;
    }
    return Tr::tr("The metadata was read but not cached: neither memory nor disk has room for it.");
}

} // namespace

QString scanFailure(const views::ScanFailure &failure)
{
    const QString itself = scanFailureItself(failure);
    return failure.isRemembered ? Tr::tr("%1 It is read again when the file changes, or with 'Read again "
                                         "now' in the menu of its cache entry.")
                                      .arg(itself)
                                : itself;
}

QString storeProblem(const cache::Health &health)
{
    switch (health.state) {
    case cache::Health::State::Good:
        return {};
    case cache::Health::State::DiskFull:
        return Tr::tr("The disk is full; the cache continues in memory only. Free some space; the cache then "
                      "uses the disk again.");
    case cache::Health::State::ReadOnly:
        return Tr::tr(
            "The cache folder is read-only; the cache continues in memory only. Make the folder writable.");
    case cache::Health::State::Locked:
        return Tr::tr("Another program has locked the disk store; the cache continues in memory only. Close "
                      "that program.");
    case cache::Health::State::InputOutputError:
        break;
    }
    return Tr::tr("The disk reports errors; the cache continues in memory only. Check the disk.");
}

QString quarantine(const cache::Health &health)
{
    if (health.quarantinedShards == 0)
        return {};
    if (health.quarantinePath.empty())
        return Tr::tr("%Ln damaged part(s) of the disk store moved aside and replaced.", nullptr,
                      static_cast<int>(health.quarantinedShards));
    return Tr::tr("%Ln damaged part(s) of the disk store moved aside and replaced; the newest is at %1.",
                  nullptr, static_cast<int>(health.quarantinedShards))
        .arg(pathInText(QByteArray::fromStdString(health.quarantinePath)));
}

QString written(const QString &file, const QString &error)
{
    return error.isEmpty() ? Tr::tr("Saved to %1").arg(fileName(file))
                           : Tr::tr("Not saved to %1: %2").arg(fileName(file), pathInText(error.toUtf8()));
}

} // namespace manometer::gui::text
