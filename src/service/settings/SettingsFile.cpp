// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settings/SettingsFile.h"

#include "files/FileLock.h"
#include "files/OwnFile.h"
#include "service/Clock.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>

namespace manometer::service {

using namespace views;

namespace {

// The lock is held for milliseconds, unless its holder is stopped or its disk hangs.
constexpr std::chrono::milliseconds lockTimeout{3'000};

Expected<files::FileLock, QString> acquireLock(const QString &path)
{
    const QString file = path + QStringLiteral(".lock");
    auto lock = files::FileLock::acquire(QFile::encodeName(file).toStdString(), lockTimeout);
    if (lock)
        return std::move(*lock);
    return Unexpected<QString>(lock.error() == EWOULDBLOCK
                                   ? QStringLiteral("another program holds %1").arg(file)
                                   : qt_error_string(lock.error()));
}

// Renames the file; its new path, or empty. Not QFile::rename(), which copies, and so reads, a file that it
// cannot rename.
QString quarantine(const QString &path)
{
    const QString aside =
        path + QStringLiteral(".unusable-") + QString::number(toMs(std::chrono::system_clock::now()));
    const bool renamed =
        std::rename(QFile::encodeName(path).constData(), QFile::encodeName(aside).constData()) == 0;
    return renamed ? aside : QString();
}

} // namespace

SettingsFile::SettingsFile(const QString &path)
    : m_path(path)
{}

SettingsFile::Reading SettingsFile::read() const
{
    const auto text = files::readOwnFile(m_path);
    if (!text) {
        using Kind = files::OwnFileError::Kind;
        const State state = text.error().kind == Kind::Missing      ? State::Missing
                            : text.error().kind == Kind::Unreadable ? State::Unreadable
                                                                    : State::Unusable;
        return {.state = state, .problem = words(text.error())};
    }
    const auto document = parseDocument(*text);
    if (!document)
        return {.state = State::Unusable, .problem = document.error(), .text = *text};
    return {.state = State::Good, .text = *text, .document = *document};
}

SettingsFile::ReadOrQuarantined SettingsFile::readOrQuarantine() const
{
    Reading reading = read();
    if (reading.state != State::Unusable)
        return {.reading = reading};
    // Another program may be replacing it by a valid file: without the lock leave it in place.
    const auto lock = acquireLock(m_path);
    if (!lock)
        return {.reading = reading};
    reading = read();
    return {.reading = reading, .keptAs = reading.state == State::Unusable ? quarantine(m_path) : QString()};
}

SettingsFile::Written SettingsFile::write(const QList<SettingsChange> &changes,
                                          const StoredSettings &all) const
{
    files::makeOwnFolder(QFileInfo(m_path).absolutePath());
    const auto lock = acquireLock(m_path);
    const Reading reading = read();
    Written written;
    if (!lock)
        written.error = lock.error();
    else if (reading.state == State::Unreadable) // do not overwrite unknown contents
        written.error = reading.problem;
    else if (reading.state == State::Unusable) {
        written.quarantined = {.file = m_path,
                               .keptAs = quarantine(m_path),
                               .detail = reading.problem,
                               .outcome = SettingsFileEvent::Outcome::NotAdopted};
        if (written.quarantined->keptAs.isEmpty())
            written.error = reading.problem;
    }
    QJsonObject document = reading.document;
    for (const SettingsChange &change : changes)
        document = withChange(document, change, all);
    if (reading.state == State::Good || written.error.isEmpty())
        written.now = storedFrom(document);
    if (!written.error.isEmpty())
        return written;
    if (const QByteArray text = QJsonDocument(document).toJson(); text != reading.text)
        written.error = files::writeOwnFile(m_path, text);
    return written;
}

} // namespace manometer::service
