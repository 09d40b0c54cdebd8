// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings' file on the disk, which several programs may read and write at once. A change is merged into
// what the file has by then, under a lock, and the file replaced as a whole. Any thread, one at a time;
// blocks on disk, and for a few seconds on another program that holds the lock.
#pragma once

#include "service/settings/StoredSettings.h"
#include "views/Event.h"

#include <optional>

namespace manometer::service {

class SettingsFile
{
public:
    explicit SettingsFile(const QString &path);

    enum class State { Good, Missing, Unreadable, Unusable };
    struct Reading
    {
        State state = State::Missing;
        QString problem{}; // in words, of what is unreadable or unusable
        QByteArray text{};
        QJsonObject document{};
    };
    Reading read() const;

    // The same; but a file that is unusable is renamed, not to be written over: then `keptAs` is where it is,
    // empty if it could not be renamed.
    struct ReadOrQuarantined
    {
        Reading reading{};
        QString keptAs{};
    };
    ReadOrQuarantined readOrQuarantine() const;

    struct Written
    {
        std::optional<StoredRead> now{}; // the file with the changes, also where they could not be written
        QString error{};                 // why they could not
        std::optional<views::SettingsFileEvent> quarantined{};
    };
    Written write(const QList<SettingsChange> &changes, const StoredSettings &all) const;

    const QString &path() const { return m_path; }

private:
    QString m_path;
};

} // namespace manometer::service
