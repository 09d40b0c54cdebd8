// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scan of a temporary folder into a cache of its own, with a scripted metadata reader.
#pragma once

#include "service/recording/EventSink.h"
#include "service/scan/Scan.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/OpenCache.h"

#include <QSignalSpy>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace manometer::test {

// Answers from its script in the next turn of the event loop.
class FakeExtractor final : public extract::Extractor
{
public:
    struct Script
    {
        std::atomic<int> read = 0;
        std::atomic<bool> holding = false; // never answers
        std::function<void(const QByteArray &)> whileReading = [](const QByteArray &) {};
        std::optional<extract::ExtractFailure> failure;
        QByteArray metadata = R"({"A":{"B":1.10}})";
        QString problem; // reported for every file
        std::function<QString(const QByteArray &)> problemOf = [this](const QByteArray &) { return problem; };
        extract::ReaderIdentity reader{.name = "exiftool", .version = "12.57", .digest = "0123456789abcdef"};
    };

    explicit FakeExtractor(Script &script)
        : m_script(script)
    {}
    QByteArray depth() const override { return "standard"; }
    void identify() override
    {
        QTimer::singleShot(0, this, [this] {
            if (m_script.reader == extract::ReaderIdentity())
                emit unidentified({.kind = extract::ExtractFailure::Kind::NotStarted});
            else
                emit identified(m_script.reader);
        });
    }
    qsizetype room() const override { return 4 - m_waiting; }
    void cancel() override
    {
        m_waiting = 0;
        ++m_generation;
    }
    void extract(quint64 ticket, const QByteArray &path) override
    {
        ++m_waiting;
        if (m_script.holding)
            return;
        QTimer::singleShot(0, this, [this, ticket, path, generation = m_generation] {
            if (generation != m_generation)
                return;
            --m_waiting;
            ++m_script.read;
            m_script.whileReading(path);
            if (m_script.failure)
                emit failed(ticket, *m_script.failure);
            else
                emit extracted(ticket, {.metadata = m_script.metadata,
                                        .problem = m_script.problemOf(path),
                                        .reader = m_script.reader});
        });
    }

private:
    Script &m_script;
    qsizetype m_waiting = 0;
    int m_generation = 0;
};

struct ScanFixture
{
    explicit ScanFixture(std::chrono::milliseconds settleTime = std::chrono::milliseconds(0),
                         const cache::Options &options = {})
        : cache(openCache(cacheFolder, options))
        , scan(*cache, events,
               {.makeExtractor = [this] { return std::make_unique<FakeExtractor>(script); },
                .contentsChanged = [] {},
                .settleTime = settleTime,
                .now = [this] { return now(); }})
    {}
    views::ScanProgress run()
    {
        QSignalSpy finished(&scan, &views::ScanView::finished);
        scan.start(folder.isEmpty() ? root() : folder);
        if (!finished.wait(int(waitLimit.count())))
            return {};
        return scan.progress();
    }
    bool readAgain(cache::EntryId id)
    {
        QSignalSpy finished(&scan, &views::ScanView::finished);
        scan.readAgain(id);
        return finished.wait(int(waitLimit.count()));
    }
    QByteArray root() const { return files.path().toUtf8(); }
    bool write(const QByteArray &name, const QByteArray &contents = "contents") const
    {
        return writeFile(root() + '/' + name, contents);
    }

    Folder files;
    QByteArray folder; // scanned instead of `files` if not empty
    QTemporaryDir cacheFolder;
    FakeExtractor::Script script;
    std::function<std::chrono::system_clock::time_point()> now = [] {
        return std::chrono::system_clock::now();
    };
    std::unique_ptr<cache::Cache> cache;
    service::EventSink events;
    service::Scan scan;
};

} // namespace manometer::test
