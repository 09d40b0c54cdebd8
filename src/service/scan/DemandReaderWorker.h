// SPDX-License-Identifier: GPL-3.0-or-later
//
// DemandReader's implementation, in its thread. Blocks on disk.
#pragma once

#include "extract/FileFacts.h"
#include "service/scan/DemandReader.h"

#include <QHash>
#include <QQueue>

#include <vector>

namespace manometer::service {

class DemandReaderWorker final : public QObject
{
    Q_OBJECT
public:
    DemandReaderWorker(cache::Cache &cache, SharedVolumes &volumes, const DemandReaderSetup &setup);
    ~DemandReaderWorker() override;

    void read(const QByteArray &path, DemandReader::Request request);

private:
    struct Pending // a file that is being read
    {
        QByteArray path;
        extract::FileFacts facts;
        cache::SourceVersion version;
    };

    void makeExtractor();
    void onIdentified(const extract::ReaderIdentity &reader); // empty: no reader available
    void startReadings();
    void start(const QByteArray &path);
    void onExtracted(quint64 ticket, const extract::Extraction &extraction);
    void onFailed(quint64 ticket, const extract::ExtractFailure &failure);
    bool isUnchanged(const Pending &pending);
    void store(const Pending &pending, const std::string &document, const cache::EntryNote &note);
    void answer(const QByteArray &path, const views::ReadEntry &entry);
    void fail(const QByteArray &path, views::ScanFailure::Kind kind, int systemError = 0,
              const QString &detail = {});

    cache::Cache &m_cache;
    SharedVolumes &m_volumes;
    const DemandReaderSetup m_setup;
    std::unique_ptr<extract::Extractor> m_extractor; // created at the first reading
    extract::ReaderIdentity m_reader;
    bool m_isIdentifying = false;
    QQueue<QByteArray> m_queue;
    QHash<quint64, Pending> m_pending;
    QHash<QByteArray, std::vector<DemandReader::Request>> m_requests; // of queued and pending paths
    quint64 m_lastTicket = 0;
};

} // namespace manometer::service
