// SPDX-License-Identifier: GPL-3.0-or-later
//
// One persistent exiftool child process: starting it costs 90 ms, a file some milliseconds. Up to two
// requests are in flight, so that the child does not wait for us. Lives in one thread with an event loop;
// blocks only in the destructor and on small temporary files; errors arrive as signals. The child ends with
// this process, has bounded memory, and is killed if a file takes too long. It is replaced after
// filesPerChild files, and as soon as the files that it has read could change its next answer (ReaderGuard,
// Id3Versions); one without a guard, after each file. Protocol: exiftool(1), -stay_open and -execute[NUM];
// answers are matched by NUM, never by the file's name. Request 0 has no file: it asks for the identity; a
// file is given to the child once that is answered.
//
// What reading a file took is what exiftool measured (ProcessingTime: from before the file is opened until
// its tags are found), without the loading of modules (ReaderGuard). A child that does not measure gets one
// file at a time, whose time is that from giving it until its answer arrives. Of a second file in flight only
// its own measurement is exact: without one, answers that arrive together share their time equally.
#pragma once

#include "extract/Extractor.h"
#include "extract/Id3Versions.h"

#include <QProcess>
#include <QQueue>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <optional>

namespace manometer::extract {

struct ReaderLimits
{
    // The slowest file seen in practice, a 4 GiB video on a busy disk, took 9 s.
    std::chrono::milliseconds timePerFile{30'000};
    // Metadata of ordinary files is 1-50 KB; a megabyte is a document with an embedded history.
    qsizetype answerBytes = 8 << 20;
    // exiftool's memory grows a little with each file; replacing the child bounds that, at 0.1 ms a file.
    int filesPerChild = 1000;
    // exiftool needs 50 MB; a file that needs more than this is made to exhaust memory.
    std::uint64_t addressSpaceBytes = std::uint64_t(1) << 30;
};

class ReaderProcess : public QObject
{
    Q_OBJECT
public:
    ReaderProcess(const QString &program, const ReaderLimits &limits, QObject *parent = nullptr);
    ~ReaderProcess() override;

    static constexpr qsizetype pipelineDepth = 2;
    bool hasRoom() const { return m_inFlight.size() < depth() && !m_stopping && !m_isRetired; }
    bool isIdle() const { return m_inFlight.isEmpty(); }
    // Whether this child would read a file that begins with a tag of these versions like a fresh one.
    bool suits(Id3Versions versions) const { return m_assumed.allow(versions); }
    // Accepts no more files for this child: it is replaced once it has answered its pending requests.
    void retire();
    // Starts the child if none is running. Answered by started or startFailed.
    void start();
    // `versions`: of the tag at the start of the file.
    void read(quint64 ticket, const QByteArray &path, Id3Versions versions);

signals:
    void started(const manometer::extract::ReaderIdentity &identity);
    void startFailed(const manometer::extract::ExtractFailure &failure); // only if there are no pending files
    void extracted(quint64 ticket, const manometer::extract::Extraction &extraction);
    void failed(quint64 ticket, const QByteArray &path, const manometer::extract::ExtractFailure &failure);
    // Another child must read it: this one ended before it did, or other files may have affected its answer.
    void returned(quint64 ticket, const QByteArray &path);
    void roomAvailable();

private:
    using Clock = std::chrono::steady_clock;
    struct Request
    {
        quint64 ticket;
        QByteArray path;
        QByteArray argument; // the path for the child: the same, or a link to it
    };
    struct Answered
    {
        Request request;
        QByteArray output;
        QByteArray errors;
    };

    qsizetype depth() const { return m_identity && m_isGuarded && m_isMeasuring ? pipelineDepth : 1; }
    int filesPerChild() const { return m_identity && !m_isGuarded ? 1 : m_limits.filesPerChild; }
    QString guardFile();
    QTemporaryDir &folder();
    void readAnswers();
    void setIdentity(const QByteArray &answer);
    void give(const Request &request);
    void reportAll(const QList<Answered> &answered, Clock::time_point arrived);
    void report(const Answered &answered, std::chrono::nanoseconds waited);
    void beginHead(Clock::time_point now);
    void resetChildState();
    void endIfRetired();
    void kill();
    void stop(ExtractFailure::Kind kind);
    void onEnded();
    QByteArray argumentFor(const QByteArray &path, quint64 ticket);
    void removeLink(const Request &request);

    QString m_program;
    ReaderLimits m_limits;
    QProcess m_process;
    QQueue<Request> m_inFlight;
    QByteArray m_answer;
    QByteArray m_errorOutput;
    std::optional<ReaderIdentity> m_identity; // of this child; empty until it has reported it
    Id3Versions m_seen;                       // in this child's answers
    Id3Versions m_assumed;                    // m_seen and those of pending files
    int m_filesGiven = 0;                     // to this child
    int m_failedStarts = 0;                   // consecutive
    bool m_isGuarded = false;
    bool m_isMeasuring = false; // the last answer says what it took
    bool m_isRetired = false;
    bool m_isEnding = false;   // the child exits without another answer
    Clock::time_point m_begun; // when the child began the head of m_inFlight
    QTimer m_deadline;
    std::optional<QTemporaryDir>
        m_folder; // for the guard, and for links to files with line breaks in the name
    std::optional<ExtractFailure::Kind> m_stopReason;
    bool m_stopping = false;
};

} // namespace manometer::extract
