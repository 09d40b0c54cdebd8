// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ReaderProcess.h"

#include "extract/ReaderAnswer.h"
#include "extract/ReaderConfinement.h"
#include "extract/ReaderGuard.h"

#include <QFile>
#include <QStandardPaths>

#include <csignal>
#include <malloc.h>
#include <unistd.h>
#include <xxhash.h>

namespace manometer::extract {

namespace {

// Request 0: what exiftool, its Perl and the libraries that it found call themselves.
constexpr auto identityRequest = "-ver\n-v\n-echo4\n{ready0}\n-execute0\n";

// What a file is asked with. The System group repeats what stat says, which FileFacts has from the kernel
// itself. The processing time is the reader's own measure of a file, and is taken out of the answer.
constexpr auto fileOptions =
    "-json\n-g1\n-struct\n-api\nLargeFileSupport=1\n-api\nRequestTags=ProcessingTime\n"
    "--System:all\n--ExifTool:ExifToolVersion\n";

// A child that ends this often before it has said who it is will not do better. The first may have been
// killed for lack of memory; one that hangs costs its whole time.
constexpr int startsTried = 5;
constexpr int hangingStartsTried = 2;

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

// Where the answer before the mark ends, -1 where the mark has not come yet.
qsizetype endOfAnswer(const QByteArray &output, const QByteArray &mark)
{
    if (output.startsWith(mark))
        return 0;
    const qsizetype at = output.indexOf("\n" + mark);
    return at < 0 ? -1 : at + 1;
}

// An answer of some megabytes is ten times as much while it is parsed, in small pieces, which the C library
// keeps for this thread when they are freed: memory that this program is there to leave to others.
constexpr qsizetype largeAnswerBytes = 256 << 10;

void returnFreedMemory()
{
    ::malloc_trim(0);
}

// What is shown of the reader's own words: their beginning, on one line.
QString words(const QByteArray &complaint)
{
    return QString::fromUtf8(complaint.left(500)).simplified();
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
            m_stoppedOver = ExtractFailure::Kind::NotStarted;
            // Not there, or there and not to be started: no descriptors, no memory, no interpreter.
            const bool isThere = !QStandardPaths::findExecutable(m_program).isEmpty();
            m_complaint = isThere ? m_process.errorString().toUtf8() : QByteArray();
            onEnded();
        }
    });
    connect(&m_deadline, &QTimer::timeout, this, [this] { stopOver(ExtractFailure::Kind::TimedOut); });
}

ReaderProcess::~ReaderProcess()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        kill();
        m_process.waitForFinished(2000);
    }
}

void ReaderProcess::forgetChild()
{
    m_seen = {};
    m_assumed = {};
    m_given = 0;
    m_isGuarded = false;
    m_isSpent = false;
    m_endsItself = false;
}

QTemporaryDir &ReaderProcess::folder()
{
    if (!m_folder)
        m_folder.emplace();
    return *m_folder;
}

// Empty where it cannot be written.
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
    m_complaint.clear();
    m_stoppedOver.reset();
    m_identity.reset();
    forgetChild();
    m_elapsed.start();
    m_deadline.start(m_limits.timePerFile);
    // -config must come first, empty too: without it ~/.ExifTool_config would be run as Perl.
    m_process.start(m_program, {QStringLiteral("-config"), guardFile(), QStringLiteral("-stay_open"),
                                QStringLiteral("True"), QStringLiteral("-@"), QStringLiteral("-")});
    if (m_process.state() != QProcess::NotRunning) // where it failed at once, that was reported already
        m_process.write(identityRequest);
}

QByteArray ReaderProcess::argumentFor(const QByteArray &path, quint64 ticket)
{
    if (!needsLink(path))
        return path;
    // The reader judges a file by its suffix too.
    const QByteArray suffix = path.mid(path.lastIndexOf('.'));
    const bool plain =
        suffix.startsWith('.') && suffix.size() <= 8 && !needsLink(suffix) && !suffix.contains('/');
    const QByteArray link =
        QFile::encodeName(folder().filePath(QString::number(ticket))) + (plain ? suffix : "");
    if (::symlink(path.constData(), link.constData()) != 0)
        return {};
    return link;
}

void ReaderProcess::forget(const Request &request)
{
    if (request.argument != request.path)
        ::unlink(request.argument.constData());
}

void ReaderProcess::read(quint64 ticket, const QByteArray &path, Id3Versions versions)
{
    Q_ASSERT(hasRoom() && suits(versions));
    const QByteArray argument = argumentFor(path, ticket);
    if (argument.isEmpty()) {
        emit failed(ticket, path,
                    {ExtractFailure::Kind::NotAsked, QStringLiteral("no link could be made to it")});
        return;
    }
    m_inFlight.enqueue({ticket, path, argument});
    start();
    if (m_inFlight.isEmpty())
        return; // it could not be started, and that was told already
    if (m_inFlight.size() == 1 && m_identity)
        beginTurn();
    m_assumed.add(versions);
    m_isSpent = ++m_given >= filesPerChild();
    const QByteArray number = QByteArray::number(ticket);
    m_process.write(fileOptions + argument + "\n-echo4\n{ready" + number + "}\n-execute" + number + "\n");
}

void ReaderProcess::beginTurn()
{
    m_elapsed.start();
    m_deadline.start(m_limits.timePerFile);
}

void ReaderProcess::readAnswers()
{
    const QByteArray output = m_process.readAllStandardOutput();
    const QByteArray errors = m_process.readAllStandardError();
    // The head is what it was stopped over. An answer that comes all the same must not put another there.
    if (m_stopping)
        return;
    m_answer += output;
    m_complaint += errors;
    while (!m_identity || !m_inFlight.isEmpty()) {
        if (m_identity && m_answer.startsWith(changedMark)) {
            m_isSpent = true;
            m_endsItself = true;
            return;
        }
        // Neither JSON nor a warning has a line that begins with this: line breaks inside strings are
        // escaped.
        const QByteArray mark = markOf(m_identity ? m_inFlight.head().ticket : 0);
        const qsizetype answerEnd = endOfAnswer(m_answer, mark);
        const qsizetype complaintEnd = endOfAnswer(m_complaint, mark);
        if (answerEnd < 0 || complaintEnd < 0)
            break;
        const QByteArray rest = m_answer.mid(answerEnd + mark.size());
        m_answer.truncate(answerEnd);
        const QByteArray answer = std::exchange(m_answer, rest);
        const QByteArray complaint = m_complaint.left(complaintEnd);
        m_complaint.remove(0, complaintEnd + mark.size());
        if (!m_identity)
            meet(answer);
        else
            finish(answer, complaint);
        if (answer.size() > largeAnswerBytes)
            QMetaObject::invokeMethod(this, &returnFreedMemory, Qt::QueuedConnection);
    }
    if (m_answer.size() > m_limits.answerBytes || m_complaint.size() > m_limits.answerBytes)
        stopOver(ExtractFailure::Kind::TooLarge);
}

void ReaderProcess::meet(const QByteArray &answer)
{
    const QByteArray mark(guardedMark);
    m_isGuarded = answer.startsWith(mark);
    m_identity = identityOf(m_isGuarded ? answer.mid(mark.size()) : answer);
    m_failedStarts = 0;
    m_isSpent = m_given >= filesPerChild();
    if (m_inFlight.isEmpty())
        m_deadline.stop();
    else
        beginTurn();
    emit started(*m_identity);
}

void ReaderProcess::finish(const QByteArray &answer, const QByteArray &complaint)
{
    const Request request = m_inFlight.dequeue();
    forget(request);
    const std::chrono::nanoseconds waited(m_elapsed.nsecsElapsed());
    if (m_inFlight.isEmpty())
        m_deadline.stop();
    else
        beginTurn();
    judge(request, answer, complaint, waited);
    endIfSpent();
    emit roomAvailable();
}

void ReaderProcess::judge(const Request &request, const QByteArray &answer, const QByteArray &complaint,
                          std::chrono::nanoseconds waited)
{
    if (answer.trimmed().isEmpty()) {
        emit failed(request.ticket, request.path, {ExtractFailure::Kind::Refused, words(complaint)});
        return;
    }
    const auto parsed = parseAnswer(answer, request.argument);
    if (!parsed) {
        emit failed(request.ticket, request.path, {ExtractFailure::Kind::Malformed, parsed.error()});
        return;
    }
    const bool isAsOfFresh = m_seen.allow(parsed->id3);
    m_seen.add(parsed->id3);
    m_assumed.add(parsed->id3);
    if (isAsOfFresh) {
        emit extracted(request.ticket, {.metadata = parsed->metadata,
                                        .problem = parsed->problem,
                                        // A reader that does not say: at most what was waited for it.
                                        .cost = parsed->cost.value_or(waited),
                                        .reader = *m_identity});
    } else {
        m_isSpent = true;
        emit returned(request.ticket, request.path);
    }
}

void ReaderProcess::retire()
{
    m_isSpent = true;
    endIfSpent();
}

void ReaderProcess::endIfSpent()
{
    if (!m_isSpent || !m_inFlight.isEmpty() || m_stopping)
        return;
    if (m_process.state() == QProcess::NotRunning) {
        forgetChild();
        emit roomAvailable();
        return;
    }
    m_stopping = true;
    m_deadline.stop();
    kill();
}

void ReaderProcess::stopOver(ExtractFailure::Kind kind)
{
    m_stoppedOver = kind;
    m_stopping = true;
    m_deadline.stop();
    kill();
}

// The reader on the path may be a wrapper, which would leave what it wraps behind.
void ReaderProcess::kill()
{
    if (const qint64 leader = m_process.processId(); leader > 0)
        ::kill(-static_cast<pid_t>(leader), SIGKILL);
    m_process.kill();
}

void ReaderProcess::onEnded()
{
    m_deadline.stop();
    readAnswers(); // the last ones
    m_stopping = false;
    const auto waiting = std::exchange(m_inFlight, {});
    const bool wasRetired = m_isSpent && waiting.isEmpty();
    const bool hasEndedItself = m_endsItself;
    forgetChild();
    // Before it has said who it is, no file can be to blame.
    const bool isUnmet = !m_identity && !wasRetired;
    ExtractFailure failure{.kind = m_stoppedOver.value_or(ExtractFailure::Kind::Crashed),
                           .detail = words(m_complaint)};
    const int most = failure.kind == ExtractFailure::Kind::Crashed ? startsTried : hangingStartsTried;
    if (isUnmet && failure.kind != ExtractFailure::Kind::NotStarted && ++m_failedStarts >= most) {
        failure.kind = ExtractFailure::Kind::NotStarted;
        if (failure.detail.isEmpty())
            failure.detail = QStringLiteral("it ended before it had said its version");
    }
    const bool isStartFailure = failure.kind == ExtractFailure::Kind::NotStarted;
    if (isStartFailure)
        m_failedStarts = 0;
    bool isHead = !isUnmet && !hasEndedItself;
    for (const Request &request : waiting) {
        forget(request);
        // Only the head can have been read when the child ended, unless there is no child to be had.
        if (std::exchange(isHead, false) || isStartFailure)
            emit failed(request.ticket, request.path, failure);
        else
            emit returned(request.ticket, request.path);
    }
    if (isUnmet && waiting.isEmpty()) {
        if (isStartFailure)
            emit startFailed(failure);
        else
            start();
    }
    emit roomAvailable();
}

} // namespace manometer::extract
