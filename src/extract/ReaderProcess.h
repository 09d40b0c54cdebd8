// SPDX-License-Identifier: GPL-3.0-or-later
//
// One exiftool child, kept open and fed one file at a time: starting it costs 90 ms, a file some
// milliseconds. Requests are written two deep, so that the child never waits for us. Lives in one thread with
// an event loop. It dies with this process, may use bounded memory, and is killed when a file takes too long.
// Protocol: exiftool(1), -stay_open and -execute[NUM]; answers are paired by NUM, never by the file's name.
#pragma once

#include "extract/Extractor.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QQueue>
#include <QTemporaryDir>
#include <QTimer>

#include <optional>

namespace manometer::extract {

struct ReaderLimits
{
    // The slowest file met in practice, a 4 GiB video on a busy disk, took 9 s.
    std::chrono::milliseconds timePerFile{30'000};
    // Metadata of ordinary files is 1-50 KB; a megabyte is a document with an embedded history.
    qsizetype answerBytes = 8 << 20;
    // exiftool needs 50 MB; what asks for more than this is a file made to exhaust memory.
    std::uint64_t addressSpaceBytes = std::uint64_t(1) << 30;
};

class ReaderProcess : public QObject
{
    Q_OBJECT
public:
    ReaderProcess(const QString &program, const ReaderLimits &limits, QObject *parent = nullptr);
    ~ReaderProcess() override;

    static constexpr qsizetype depthOfPipeline = 2;
    bool hasRoom() const { return m_inFlight.size() < depthOfPipeline && !m_stopping; }
    bool isIdle() const { return m_inFlight.isEmpty(); }
    void read(quint64 ticket, const QByteArray &path);

signals:
    void extracted(quint64 ticket, const manometer::extract::Extraction &extraction);
    void failed(quint64 ticket, const QByteArray &path, const manometer::extract::ExtractFailure &failure);
    // The child ended; these were waiting behind the file it ended over and are the caller's again.
    void returned(quint64 ticket, const QByteArray &path);
    void roomAvailable();

private:
    struct Request
    {
        quint64 ticket;
        QByteArray path;
        QByteArray argument; // what the child is given: the path, or a link to it
    };

    void start();
    void readAnswers();
    void finish(const QByteArray &answer, const QByteArray &complaint);
    void kill();
    void stopOver(ExtractFailure::Kind kind);
    void onEnded();
    QByteArray argumentFor(const QByteArray &path, quint64 ticket);
    void forget(const Request &request);

    QString m_program;
    ReaderLimits m_limits;
    QProcess m_process;
    QQueue<Request> m_inFlight;
    QByteArray m_answer;
    QByteArray m_complaint;
    QElapsedTimer m_elapsed; // since the head of m_inFlight came to its turn
    QTimer m_deadline;
    std::optional<QTemporaryDir> m_links; // made when the first odd name needs it
    std::optional<ExtractFailure::Kind> m_stoppedOver;
    bool m_stopping = false;
};

} // namespace manometer::extract
