// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ReaderProcess.h"

#include "extract/ReaderAnswer.h"
#include "extract/ReaderConfinement.h"
#include "extract/ReaderGuard.h"

#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <csignal>
#include <malloc.h>
#include <unistd.h>
#include <xxhash.h>

namespace manometer::extract {

namespace {

// Request 0 asks for the versions of exiftool, its Perl and its optional libraries.
constexpr auto identityRequest = "-ver\n-v\n-echo4\n{ready0}\n-execute0\n";

// The options of a request for a file. The System group is left out: it repeats stat(2), which FileFacts
// calls itself. The processing time is exiftool's own measurement; it is removed from the answer.
constexpr auto fileOptions =
    "-json\n-g1\n-struct\n-api\nLargeFileSupport=1\n-api\nRequestTags=ProcessingTime\n"
    "--System:all\n--ExifTool:ExifToolVersion\n";

// After so many consecutive children ended before they reported their identity, starting has failed. Several
// attempts, because a child may have been killed for lack of memory; fewer if it hangs, because each one
// takes the whole timeout.
constexpr int maximumStarts = 5;
constexpr int maximumHangingStarts = 2;

QByteArray markOf(quint64 request)
{
    return "{ready" + QByteArray::number(request) + "}\n";
}

ReaderIdentity identityOf(const QByteArray &answer)
{
    static const QByteArray prefix("ExifTool version ");
    const QByteArray first = answer.left(answer.indexOf('\n')).trimmed();
    const QByteArray all = answer + fileOptions;
    return {.name = QByteArrayLiteral("exiftool"),
            .version = first.startsWith(prefix) ? first.mid(prefix.size()).left(40) : QByteArray(),
            .digest = QByteArray::number(
                          qulonglong(XXH3_64bits(all.constData(), static_cast<std::size_t>(all.size()))), 16)
                          .rightJustified(16, '0')};
}

// An argument ends at a line break, and a trailing CR is dropped (exiftool(1), -@).
bool needsLink(const QByteArray &path)
{
    return path.contains('\n') || path.contains('\r');
}

// The end of the answer, which is where the mark begins; -1 if the mark has not arrived yet.
qsizetype endOfAnswer(const QByteArray &output, const QByteArray &mark)
{
    if (output.startsWith(mark))
        return 0;
    const qsizetype at = output.indexOf("\n" + mark);
    return at < 0 ? -1 : at + 1;
}

// Parsing an answer of some megabytes takes ten times its size, in small blocks, which the C library keeps in
// this thread's heap after they are freed. After answers larger than this, that memory is returned.
constexpr qsizetype largeAnswerBytes = 256 << 10;

void returnFreedMemory()
{
    ::malloc_trim(0);
}

// The beginning of the reader's error output, on one line.
QString summaryOf(const QByteArray &errorOutput)
{
    return QString::fromUtf8(errorOutput.left(500)).simplified();
}

} // namespace

ReaderProcess::ReaderProcess(const QString &program, const ReaderLimits &limits, QObject *parent)
    : QObject(parent)
    , m_program(program)
    , m_limits(limits)
{
    m_process.setProcessEnvironment(readerEnvironment());
    m_process.setWorkingDirectory(QStringLiteral("/"));
    m_process.setChildProcessModifier([bytes = limits.addressSpaceBytes] { confineChild(bytes); });
    m_deadline.setSingleShot(true);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ReaderProcess::readAnswers);
    connect(&m_process, &QProcess::readyReadStandardError, this, &ReaderProcess::readAnswers);
    connect(&m_process, &QProcess::finished, this, &ReaderProcess::onEnded);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_stopReason = ExtractFailure::Kind::NotStarted;
            // A message only if the program exists but does not start (no descriptors, memory, interpreter).
            const bool exists = !QStandardPaths::findExecutable(m_program).isEmpty();
            m_errorOutput = exists ? m_process.errorString().toUtf8() : QByteArray();
            onEnded();
        }
    });
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(ExtractFailure::Kind::TimedOut); });
}

ReaderProcess::~ReaderProcess()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        kill();
        m_process.waitForFinished(2000);
    }
}

void ReaderProcess::resetChildState()
{
    m_seen = {};
    m_assumed = {};
    m_filesGiven = 0;
    m_isGuarded = false;
    m_isRetired = false;
    m_isEnding = false;
}

QTemporaryDir &ReaderProcess::folder()
{
    if (!m_folder)
        m_folder.emplace();
    return *m_folder;
}

// Empty if it cannot be written.
QString ReaderProcess::guardFile()
{
    const QString path = folder().filePath(QStringLiteral("guard.pl"));
    if (QFile::exists(path))
        return path;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(guard) > 0 && file.flush() ? path : QString();
}

void ReaderProcess::start()
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_answer.clear();
    m_errorOutput.clear();
    m_stopReason.reset();
    m_identity.reset();
    resetChildState();
    m_deadline.start(m_limits.timePerFile);
    // -config must come first, even with an empty value: without it exiftool would run ~/.ExifTool_config.
    m_process.start(m_program, {QStringLiteral("-config"), guardFile(), QStringLiteral("-stay_open"),
                                QStringLiteral("True"), QStringLiteral("-@"), QStringLiteral("-")});
    if (m_process.state() != QProcess::NotRunning) // an immediate failure has already been reported
        m_process.write(identityRequest);
}

QByteArray ReaderProcess::argumentFor(const QByteArray &path, quint64 ticket)
{
    if (!needsLink(path))
        return path;
    // Keep the suffix: the reader uses it to determine the file's type.
    const QByteArray suffix = path.mid(path.lastIndexOf('.'));
    const bool plain =
        suffix.startsWith('.') && suffix.size() <= 8 && !needsLink(suffix) && !suffix.contains('/');
    const QByteArray link =
        QFile::encodeName(folder().filePath(QString::number(ticket))) + (plain ? suffix : "");
    if (::symlink(path.constData(), link.constData()) != 0)
        return {};
    return link;
}

void ReaderProcess::removeLink(const Request &request)
{
    if (request.argument != request.path)
        ::unlink(request.argument.constData());
}

void ReaderProcess::read(quint64 ticket, const QByteArray &path, Id3Versions versions)
{
    Q_ASSERT(hasRoom() && suits(versions));
    const QByteArray argument = argumentFor(path, ticket);
    if (argument.isEmpty()) {
        emit failed(
            ticket, path,
            {ExtractFailure::Kind::NotAsked, QStringLiteral("a link to the file could not be created")});
        return;
    }
    const Request request{ticket, path, argument};
    m_inFlight.enqueue(request);
    start();
    if (m_inFlight.isEmpty())
        return; // it could not be started, which has already been reported
    m_assumed.add(versions);
    m_isRetired = ++m_filesGiven >= filesPerChild();
    if (!m_identity)
        return;
    if (m_inFlight.size() == 1)
        beginHead(Clock::now());
    give(request);
}

void ReaderProcess::give(const Request &request)
{
    const QByteArray number = QByteArray::number(request.ticket);
    m_process.write(fileOptions + request.argument + "\n-echo4\n{ready" + number + "}\n-execute" + number +
                    "\n");
}

void ReaderProcess::beginHead(Clock::time_point now)
{
    m_begun = now;
    m_deadline.start(m_limits.timePerFile);
}

void ReaderProcess::readAnswers()
{
    const auto arrived = Clock::now();
    const QByteArray output = m_process.readAllStandardOutput();
    const QByteArray errors = m_process.readAllStandardError();
    // The child was killed because of the head of m_inFlight. An answer that still arrives must not remove
    // it: the failure would be attributed to the next file.
    if (m_stopping)
        return;
    m_answer += output;
    m_errorOutput += errors;
    QList<Answered> answered;
    while (!m_identity || !m_inFlight.isEmpty()) {
        if (m_identity && m_answer.startsWith(changedMark)) {
            m_isRetired = true;
            m_isEnding = true;
            break;
        }
        // No line of JSON or of a warning begins with the mark: line breaks inside strings are escaped.
        const QByteArray mark = markOf(m_identity ? m_inFlight.head().ticket : 0);
        const qsizetype answerEnd = endOfAnswer(m_answer, mark);
        const qsizetype errorEnd = endOfAnswer(m_errorOutput, mark);
        if (answerEnd < 0 || errorEnd < 0)
            break;
        const QByteArray rest = m_answer.mid(answerEnd + mark.size());
        m_answer.truncate(answerEnd);
        const QByteArray answer = std::exchange(m_answer, rest);
        const QByteArray errorOutput = m_errorOutput.left(errorEnd);
        m_errorOutput.remove(0, errorEnd + mark.size());
        if (m_identity)
            answered.append({m_inFlight.dequeue(), answer, errorOutput});
        else
            setIdentity(answer);
    }
    reportAll(answered, arrived);
    if (m_answer.size() > m_limits.answerBytes || m_errorOutput.size() > m_limits.answerBytes)
        stop(ExtractFailure::Kind::TooLarge);
}

void ReaderProcess::setIdentity(const QByteArray &answer)
{
    const QByteArray mark(guardedMark);
    m_isGuarded = answer.startsWith(mark);
    m_identity = identityOf(m_isGuarded ? answer.mid(mark.size()) : answer);
    m_failedStarts = 0;
    m_isRetired = m_filesGiven >= filesPerChild();
    m_deadline.stop();
    if (!m_inFlight.isEmpty())
        beginHead(Clock::now());
    for (const Request &request : std::as_const(m_inFlight))
        give(request);
    emit started(*m_identity);
}

void ReaderProcess::reportAll(const QList<Answered> &answered, Clock::time_point arrived)
{
    if (answered.isEmpty())
        return;
    const std::chrono::nanoseconds waited =
        std::max(arrived - m_begun, Clock::duration::zero()) / answered.size();
    m_deadline.stop();
    if (!m_inFlight.isEmpty())
        beginHead(arrived);
    for (const Answered &each : answered) {
        removeLink(each.request);
        report(each, waited);
        if (each.output.size() > largeAnswerBytes)
            QMetaObject::invokeMethod(this, &returnFreedMemory, Qt::QueuedConnection);
    }
    endIfRetired();
    emit roomAvailable();
}

void ReaderProcess::report(const Answered &answered, std::chrono::nanoseconds waited)
{
    const Request &request = answered.request;
    if (answered.output.trimmed().isEmpty()) {
        emit failed(request.ticket, request.path,
                    {ExtractFailure::Kind::Refused, summaryOf(answered.errors), waited});
        return;
    }
    const auto parsed = parseAnswer(answered.output, request.argument);
    if (!parsed) {
        emit failed(request.ticket, request.path, {ExtractFailure::Kind::Malformed, parsed.error(), waited});
        return;
    }
    m_isMeasuring = parsed->cost.has_value();
    const bool isReliable = m_seen.allow(parsed->id3);
    m_seen.add(parsed->id3);
    m_assumed.add(parsed->id3);
    if (isReliable) {
        emit extracted(request.ticket, {.metadata = parsed->metadata,
                                        .problem = parsed->problem,
                                        .cost = parsed->cost.value_or(waited),
                                        .reader = *m_identity});
    } else {
        m_isRetired = true;
        emit returned(request.ticket, request.path);
    }
}

void ReaderProcess::retire()
{
    m_isRetired = true;
    endIfRetired();
}

void ReaderProcess::endIfRetired()
{
    if (!m_isRetired || !m_inFlight.isEmpty() || m_stopping)
        return;
    if (m_process.state() == QProcess::NotRunning) {
        resetChildState();
        emit roomAvailable();
        return;
    }
    m_stopping = true;
    m_deadline.stop();
    kill();
}

void ReaderProcess::stop(ExtractFailure::Kind kind)
{
    m_stopReason = kind;
    m_stopping = true;
    m_deadline.stop();
    kill();
}

// Kills the process group: the program may be a wrapper, whose own child would survive.
void ReaderProcess::kill()
{
    if (const qint64 leader = m_process.processId(); leader > 0)
        ::kill(-static_cast<pid_t>(leader), SIGKILL);
    m_process.kill();
}

void ReaderProcess::onEnded()
{
    m_deadline.stop();
    readAnswers(); // the remaining output
    m_stopping = false;
    const auto waiting = std::exchange(m_inFlight, {});
    const bool wasRetired = m_isRetired && waiting.isEmpty();
    const bool wasEnding = m_isEnding;
    resetChildState();
    // Before a child has reported its identity, it has read no file, so none can be to blame.
    const bool isUnidentified = !m_identity && !wasRetired;
    ExtractFailure failure{.kind = m_stopReason.value_or(ExtractFailure::Kind::Crashed),
                           .detail = summaryOf(m_errorOutput)};
    const int most = failure.kind == ExtractFailure::Kind::Crashed ? maximumStarts : maximumHangingStarts;
    if (isUnidentified && failure.kind != ExtractFailure::Kind::NotStarted && ++m_failedStarts >= most) {
        failure.kind = ExtractFailure::Kind::NotStarted;
        if (failure.detail.isEmpty())
            failure.detail = QStringLiteral("it ended before it reported its version");
    }
    const bool isStartFailure = failure.kind == ExtractFailure::Kind::NotStarted;
    if (isStartFailure)
        m_failedStarts = 0;
    bool isHead = !isUnidentified && !wasEnding;
    if (isHead)
        failure.cost = Clock::now() - m_begun;
    for (const Request &request : waiting) {
        removeLink(request);
        // Only the head can have been in work when the child ended; if no child can be started, all fail.
        if (std::exchange(isHead, false) || isStartFailure)
            emit failed(request.ticket, request.path, failure);
        else
            emit returned(request.ticket, request.path);
    }
    if (isUnidentified && waiting.isEmpty()) {
        if (isStartFailure)
            emit startFailed(failure);
        else
            start();
    }
    emit roomAvailable();
}

} // namespace manometer::extract
