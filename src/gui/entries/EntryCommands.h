// SPDX-License-Identifier: GPL-3.0-or-later
//
// The commands for the shown entry: copy its path or metadata, open its folder, read it again. GUI thread;
// nothing blocks, no shell is involved.
#pragma once

#include "views/ScanView.h"

#include <QList>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace manometer::gui {

class EntryDetails;

class EntryCommands final : public QObject
{
    Q_OBJECT
public:
    EntryCommands(EntryDetails *details, QObject *parent);
    void setScan(views::ScanView *scan);
    void setReadOnly(bool readOnly);

    QList<QAction *> actions() const { return {m_copyPath, m_copyJson, m_openFolder, m_readAgain}; }

signals:
    void reported(const QString &what); // the result, or the reason of a failure
    // The entry was read again: the shown details are outdated, and the path has a new entry.
    void reread(const QByteArray &path);

private:
    void follow();
    void copyPath();
    void copyJson();
    void openFolder();
    void readAgain();
    void reportOutcome(const views::ScanProgress &progress);

    EntryDetails *m_details;
    QAction *m_copyPath;
    QAction *m_copyJson;
    QAction *m_openFolder;
    QAction *m_readAgain;
    views::ScanView *m_scan = nullptr;
    bool m_readOnly = false;
};

} // namespace manometer::gui
