// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counts the entries of a cache by folder: lists them, then fetches their rows page by page. One count at a
// time; a new one replaces the running one. GUI thread; nothing blocks, and a page takes it some
// milliseconds.
#pragma once

#include "gui/entries/FolderTotals.h"
#include "views/CacheView.h"

#include <QObject>

#include <memory>

namespace manometer::gui {

struct FolderSizes
{
    std::vector<Folder> rows{};
    FolderSums all{};
    quint64 folders = 0;
    quint64 folded = 0;
    qint64 asOfWallMs = 0;
};

class FolderCount final : public QObject
{
    Q_OBJECT
public:
    // A page is a round trip: short enough to be cancelled soon, and 1 MB of JSON for a remote cache.
    static constexpr qsizetype rowsPerPage = 2048;

    explicit FolderCount(views::CacheView *cache, QObject *parent = nullptr);

    void start(const views::EntryQuery &query);
    void cancel();
    bool isRunning() const { return m_run != nullptr; }

signals:
    void progressed(qsizetype done, qsizetype all);
    void counted(const manometer::gui::FolderSizes &sizes);
    void failed(const QString &reason); // not translated

private:
    struct Run;
    void askForPage();
    void take(const QList<views::EntryRow> &rows);
    void fail(const QString &reason);

    views::CacheView *m_cache;
    std::shared_ptr<Run> m_run;
};

} // namespace manometer::gui
