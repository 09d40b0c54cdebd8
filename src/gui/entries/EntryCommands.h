// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be done with the entry that is shown: copy its path or its metadata, open its folder. GUI thread;
// nothing blocks, no shell is involved.
#pragma once

#include "service/CacheView.h"

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

    QList<QAction *> actions() const { return {m_copyPath, m_copyJson, m_openFolder}; }

signals:
    void told(const QString &what); // what was done, or why not

private:
    void follow();
    void copyPath();
    void copyJson();
    void openFolder();

    EntryDetails *m_details;
    QAction *m_copyPath;
    QAction *m_copyJson;
    QAction *m_openFolder;
};

} // namespace manometer::gui
