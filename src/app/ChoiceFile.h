// SPDX-License-Identifier: GPL-3.0-or-later
//
// A choice of the window that is the line of a file of its own. Created and used in one thread; a change is
// written in another one, and failed() arrives in the first. Only the constructor and the destructor, which
// waits for that, block on disk.
#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <optional>

namespace manometer::app {

class ChoiceFile final : public QObject
{
    Q_OBJECT
public:
    explicit ChoiceFile(const QString &file, QObject *parent = nullptr);
    ~ChoiceFile() override;

    // As read by the constructor, cut off where no choice is that long; empty: there is no readable file.
    std::optional<QString> text() const { return m_text; }
    void write(const QString &text);

signals:
    void failed(const QString &file, const QString &reason);

private:
    const QString m_file;
    std::optional<QString> m_text;
    QThreadPool m_pool; // one thread: changes are written in order
};

} // namespace manometer::app
