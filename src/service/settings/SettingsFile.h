// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings file on disk, which several programs may read and write concurrently. A write merges its
// changes into the current file under a lock and replaces it atomically. Any thread, one at a time; blocks on
// disk, and at most 3 s on another program that holds the lock. Errors are texts.
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
        QString problem{}; // why it is unreadable or unusable
        QByteArray text{};
        QJsonObject document{};
    };
    Reading read() const;

    // Like read(), but renames an unusable file, so that it is not overwritten: `keptAs` is its new path,
    // empty if the rename failed.
    struct ReadOrQuarantined
    {
        Reading reading{};
        QString keptAs{};
    };
    ReadOrQuarantined readOrQuarantine() const;

    struct Written
    {
        std::optional<StoredRead> now{}; // the file's settings with the changes, even if the write failed
        QString error{};                 // why the write failed
        std::optional<views::SettingsFileEvent> quarantined{};
    };
    Written write(const QList<SettingsChange> &changes, const StoredSettings &all) const;

    const QString &path() const { return m_path; }

private:
    QString m_path;
};

} // namespace manometer::service
