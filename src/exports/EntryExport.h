// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes the entries of a query to a CSV file (CsvFile.h): asks the view for one page of rows after the
// other, and writes each in a pool thread. Deletes itself when it is finished. Lives in the view's thread;
// nothing blocks.
#pragma once

#include "exports/CsvFile.h"
#include "views/CacheView.h"

#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace manometer::exports {

class EntryExport final : public QObject
{
    Q_OBJECT
public:
    // Rows of one page: a few milliseconds.
    static constexpr qsizetype pageSize = 4096;

    // Both pointers outlive this object.
    EntryExport(views::CacheView *cache, QThreadPool *pool, const QString &file, views::CsvProfile profile,
                QObject *parent);
    // Cancels the future. A page that is being written is finished, the file is not put in place.
    ~EntryExport() override;

    // As ExportView::exportEntries(). To be called once.
    QFuture<QString> start(const views::EntryQuery &query);

private:
    // Shared with the pool's thread. One step at a time uses the file.
    struct Output
    {
        Output(const QString &path, views::CsvProfile profile);
        CsvFile file;
        QPromise<QString> promise;
    };

    void writeFrom(qsizetype first);
    void commit();
    void finish(const QString &result);

    views::CacheView *m_cache;
    QThreadPool *m_pool;
    std::shared_ptr<Output> m_output;
    QList<views::EntryId> m_ids;
};

} // namespace manometer::exports
