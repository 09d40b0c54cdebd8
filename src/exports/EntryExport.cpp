// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/EntryExport.h"

#include "async/Answer.h"
#include "exports/EntryCsv.h"
#include "views/WholeListing.h"

#include <QtConcurrent>

#include <algorithm>

namespace manometer::exports {

using namespace views;

EntryExport::EntryExport(CacheView *cache, QThreadPool *pool, const QString &file, CsvProfile profile,
                         QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_pool(pool)
    , m_output(std::make_shared<Output>(file, profile))
{}

EntryExport::Output::Output(const QString &path, CsvProfile profile)
    : file(path, "manometer-entries", profile, entryColumns())
{}

EntryExport::~EntryExport()
{
    if (auto future = m_output->promise.future(); !future.isFinished())
        future.cancel();
}

QFuture<QString> EntryExport::start(const EntryQuery &query)
{
    m_output->promise.start();
    listWhole(
        m_cache, query, this,
        [this](const Listing &listing) {
            m_ids = listing.ids;
            m_output->promise.setProgressRange(0, static_cast<int>(m_ids.size()));
            writeFrom(0);
        },
        [this](const QString &reason) { finish(reason); });
    return m_output->promise.future();
}

void EntryExport::writeFrom(qsizetype first)
{
    if (m_output->promise.isCanceled())
        return finish({}); // nothing was put in place
    if (first == m_ids.size())
        return commit();
    const auto write = [this, first](const QList<EntryRow> &rows) {
        const auto written = QtConcurrent::run(m_pool, [output = m_output, rows]() -> QString {
            for (const EntryRow &row : rows) {
                if (!row.exists)
                    continue; // deleted since list()
                writeEntry(output->file.csv(), row);
                if (const QString error = output->file.rowDone(); !error.isEmpty())
                    return error;
            }
            return {};
        });
        const qsizetype next = std::min(first + pageSize, m_ids.size());
        async::whenAnswered(written, this, [this, next](const QString &error) {
            if (!error.isEmpty())
                return finish(error);
            m_output->promise.setProgressValue(static_cast<int>(next));
            writeFrom(next);
        });
    };
    async::whenAnswered(m_cache->rows(m_ids.mid(first, pageSize)), this, write,
                        [this](const QString &reason) { finish(reason); });
}

void EntryExport::commit()
{
    const auto committed = QtConcurrent::run(m_pool, [output = m_output] {
        return output->file.commit([&output] { return output->promise.isCanceled(); });
    });
    async::whenAnswered(committed, this, [this](const QString &error) { finish(error); });
}

void EntryExport::finish(const QString &result)
{
    m_output->promise.addResult(result);
    m_output->promise.finish();
    deleteLater();
}

} // namespace manometer::exports
