// SPDX-License-Identifier: GPL-3.0-or-later
//
// One exiftool child, kept open and fed one file at a time: starting it costs 90 ms, a file some
// milliseconds. Requests are written two deep, so that the child never waits for us. Lives in one thread with
// an event loop. It dies with this process, may use bounded memory, and is killed when a file takes too long.
// It is replaced by a fresh one after filesPerChild files, and as soon as what it has read would change what
// it says of the next file (ReaderGuard, Id3Versions); one that cannot be guarded, after each file. Protocol:
// exiftool(1), -stay_open and -execute[NUM]; answers are paired by NUM, never by the file's name. Request 0
// is not a file's: it asks who reads.
#pragma once

#include "extract/Extractor.h"
#include "extract/Id3Versions.h"

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
    // exiftool remembers a little of each file: a fresh one after so many bounds that, at 0.1 ms a file.
    int filesPerChild = 1000;
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
    bool hasRoom() const { return m_inFlight.size() < depth() && !m_stopping && !m_isSpent; }
    bool isIdle() const { return m_inFlight.isEmpty(); }
    // Whether a file that begins with a tag of these versions would be read here as by a fresh reader.
    bool suits(Id3Versions versions) const { return m_assumed.allow(versions); }
    // No more files for this child: it is replaced once it has answered what it was given.
    void retire();
    // Starts the child where there is none, which is answered by started, or by startFailed.
    void start();
    // `versions`: of the tag that the file begins with.
    void read(quint64 ticket, const QByteArray &path, Id3Versions versions);

signals:
    void started(const manometer::extract::ReaderIdentity &identity);
    void startFailed(const manometer::extract::ExtractFailure &failure); // of a child that has no files
    void extracted(quint64 ticket, const manometer::extract::Extraction &extraction);
    void failed(quint64 ticket, const QByteArray &path, const manometer::extract::ExtractFailure &failure);
    // To be read by another child: this one ended before it came to it, or has read what changes its answer.
    void returned(quint64 ticket, const QByteArray &path);
    void roomAvailable();

private:
    struct Request
    {
        quint64 ticket;
        QByteArray path;
        QByteArray argument; // what the child is given: the path, or a link to it
    };

    qsizetype depth() const { return m_identity && m_isGuarded ? depthOfPipeline : 1; }
    int filesPerChild() const { return m_identity && !m_isGuarded ? 1 : m_limits.filesPerChild; }
    QString guardFile();
    QTemporaryDir &folder();
    void readAnswers();
    void meet(const QByteArray &answer);
    void finish(const QByteArray &answer, const QByteArray &complaint);
    void judge(const Request &request, const QByteArray &answer, const QByteArray &complaint,
               std::chrono::nanoseconds waited);
    void beginTurn();
    void forgetChild();
    void endIfSpent();
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
    std::optional<ReaderIdentity> m_identity; // of this child; none until it has said who it is
    Id3Versions m_seen;                       // by this child
    Id3Versions m_assumed;                    // these, and those of what it was given
    int m_given = 0;                          // files
    int m_failedStarts = 0;                   // in a row
    bool m_isGuarded = false;
    bool m_isSpent = false;
    bool m_endsItself = false; // without a further answer
    QElapsedTimer m_elapsed;   // since the head of m_inFlight came to its turn, or since the start
    QTimer m_deadline;
    std::optional<QTemporaryDir> m_folder; // of the guard, and of links to files with odd names
    std::optional<ExtractFailure::Kind> m_stoppedOver;
    bool m_stopping = false;
};

} // namespace manometer::extract
