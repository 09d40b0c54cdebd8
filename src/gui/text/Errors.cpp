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
    const QString file = pathInText(QByteArray::fromStdString(error.path));
    if (error.kind == pressure::SourceError::Kind::Malformed)
        return Tr::tr("%1 holds no usable figures: %2")
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
        return Tr::tr("%1: every percentage must lie between 0 and 100.").arg(level);
    case Kind::LeaveNotBelowEnter:
        return Tr::tr("%1 must be left below the value it begins at, or it would flap.").arg(level);
    case Kind::TooCloseToNext:
        return Tr::tr("%1 must begin at least %2 below %3.")
            .arg(level, points(pressure::minimumGapPercent), levelWord(pressure::oneAbove(problem.level)));
    case Kind::LeaveBelowPrevious:
        return Tr::tr("%1 must not be left below the value at which %2 is left.")
            .arg(level, levelWord(pressure::oneBelow(problem.level)));
    case Kind::HoldOutOfRange:
        return Tr::tr("%1: the hold must lie between 0 s and 1 hour.").arg(level);
    case Kind::TargetNotBelowEnter:
        break;
    }
    return Tr::tr("%1: the target must lie below the value at which the level begins.").arg(level);
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
        return Tr::tr("The file changed while it was read; the next scan tries again.");
    case Kind::ReaderFailed:
        return Tr::tr("The metadata reader gave no usable answer for this file.");
    case Kind::TimedOut:
        return Tr::tr("The metadata reader took too long over this file and was stopped.");
    case Kind::TooLarge:
        return Tr::tr("The metadata of this file is larger than what is accepted.");
    case Kind::NotUnderstood:
        return Tr::tr("The reader does not understand its contents: %1")
            .arg(pathInText(failure.detail.toUtf8()));
    case Kind::NotStored:
        break;
    }
    return Tr::tr("The metadata was read, but neither memory nor disk had room for it.");
}

} // namespace

QString scanFailure(const views::ScanFailure &failure)
{
    const QString itself = scanFailureItself(failure);
    return failure.isRemembered ? Tr::tr("%1 It is not tried again until the file changes; 'Read again now', "
                                         "in the menu of its cache entry, "
                                         "tries it.")
                                      .arg(itself)
                                : itself;
}

QString storeProblem(const cache::Health &health)
{
    switch (health.state) {
    case cache::Health::State::Good:
        return {};
    case cache::Health::State::DiskFull:
        return Tr::tr("The disk is full: the cache goes on in memory only. Free some space; it tries again.");
    case cache::Health::State::ReadOnly:
        return Tr::tr("The cache directory is read-only: the cache goes on in memory only.");
    case cache::Health::State::Locked:
        return Tr::tr("The cache's store is locked by another program: the cache goes on in memory only.");
    case cache::Health::State::InputOutputError:
        break;
    }
    return Tr::tr("The disk reports errors: the cache goes on in memory only. Check the disk.");
}

QString quarantine(const cache::Health &health)
{
    if (health.quarantinedShards == 0)
        return {};
    return Tr::tr("%Ln damaged part(s) of the store set aside and made anew; the newest lies at %1.", nullptr,
                  static_cast<int>(health.quarantinedShards))
        .arg(pathInText(QByteArray::fromStdString(health.quarantinePath)));
}

QString written(const QString &file, const QString &error)
{
    return error.isEmpty() ? Tr::tr("Written to %1").arg(fileName(file))
                           : Tr::tr("Not written to %1: %2").arg(fileName(file), pathInText(error.toUtf8()));
}

} // namespace manometer::gui::text
