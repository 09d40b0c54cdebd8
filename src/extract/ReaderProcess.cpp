// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ReaderProcess.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

#include <csignal>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace manometer::extract {

namespace {

QProcessEnvironment readerEnvironment()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    // Each of these would have the child run code or read settings that we did not choose.
    for (const char *name : {"PERL5LIB", "PERL5OPT", "PERLLIB", "PERL5DB", "EXIFTOOL_HOME"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

// Runs in the child between fork and exec: only async-signal-safe calls.
void confineChild(std::uint64_t addressSpaceBytes)
{
    ::setpgid(0, 0); // what it starts itself is killed with it
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const rlimit space{addressSpaceBytes, addressSpaceBytes};
    ::setrlimit(RLIMIT_AS, &space);
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    // Whoever is waiting for the machine matters more than filling a cache.
    [[maybe_unused]] const int niceness = ::nice(5);
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

void ReaderProcess::start()
{
    m_answer.clear();
    m_complaint.clear();
    m_stoppedOver.reset();
    // -config "" must come first: without it ~/.ExifTool_config would be run as Perl.
    m_process.start(m_program, {QStringLiteral("-config"), QString(), QStringLiteral("-stay_open"),
                                QStringLiteral("True"), QStringLiteral("-@"), QStringLiteral("-")});
}

QByteArray ReaderProcess::argumentFor(const QByteArray &path, quint64 ticket)
{
    if (!needsLink(path))
        return path;
    if (!m_links)
        m_links.emplace();
    // The reader judges a file by its suffix too.
    const QByteArray suffix = path.mid(path.lastIndexOf('.'));
    const bool plain =
        suffix.startsWith('.') && suffix.size() <= 8 && !needsLink(suffix) && !suffix.contains('/');
    const QByteArray link =
        QFile::encodeName(m_links->filePath(QString::number(ticket))) + (plain ? suffix : "");
    if (::symlink(path.constData(), link.constData()) != 0)
        return {};
    return link;
}

void ReaderProcess::forget(const Request &request)
{
    if (request.argument != request.path)
        ::unlink(request.argument.constData());
}

void ReaderProcess::read(quint64 ticket, const QByteArray &path)
{
    Q_ASSERT(hasRoom());
    const QByteArray argument = argumentFor(path, ticket);
    if (argument.isEmpty()) {
        emit failed(ticket, path,
                    {ExtractFailure::Kind::Refused, QStringLiteral("no link could be made to it")});
        return;
    }
    m_inFlight.enqueue({ticket, path, argument});
    if (m_inFlight.size() == 1) {
        m_elapsed.start();
        m_deadline.start(m_limits.timePerFile);
    }
    if (m_process.state() == QProcess::NotRunning)
        start();
    if (m_inFlight.isEmpty())
        return; // it could not be started, and that was told already
    const QByteArray number = QByteArray::number(ticket);
    // The System group repeats what stat says, which FileFacts has from the kernel itself.
    m_process.write(
        "-json\n-g1\n-struct\n-api\nLargeFileSupport=1\n--System:all\n--ExifTool:ExifToolVersion\n" +
        argument + "\n-echo4\n{ready" + number + "}\n-execute" + number + "\n");
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
    while (!m_inFlight.isEmpty()) {
        // Neither JSON nor a warning has a line that begins with this: line breaks inside strings are
        // escaped.
        const QByteArray mark = "{ready" + QByteArray::number(m_inFlight.head().ticket) + "}\n";
        const qsizetype answerEnd = endOfAnswer(m_answer, mark);
        const qsizetype complaintEnd = endOfAnswer(m_complaint, mark);
        if (answerEnd < 0 || complaintEnd < 0)
            break;
        const QByteArray rest = m_answer.mid(answerEnd + mark.size());
        m_answer.truncate(answerEnd);
        const QByteArray answer = std::exchange(m_answer, rest);
        const QByteArray complaint = m_complaint.left(complaintEnd);
        m_complaint.remove(0, complaintEnd + mark.size());
        finish(answer, complaint);
        if (answer.size() > largeAnswerBytes)
            QMetaObject::invokeMethod(this, &returnFreedMemory, Qt::QueuedConnection);
    }
    if (m_answer.size() > m_limits.answerBytes || m_complaint.size() > m_limits.answerBytes)
        stopOver(ExtractFailure::Kind::TooLarge);
}

void ReaderProcess::finish(const QByteArray &answer, const QByteArray &complaint)
{
    const Request request = m_inFlight.dequeue();
    forget(request);
    const std::chrono::nanoseconds cost(m_elapsed.nsecsElapsed());
    m_elapsed.start();
    if (m_inFlight.isEmpty())
        m_deadline.stop();
    else
        m_deadline.start(m_limits.timePerFile);

    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(answer, &error);
    auto metadata = document.array().at(0).toObject();
    metadata.remove(QStringLiteral("SourceFile"));
    const bool isOneAnswer = document.array().size() == 1; // one file was asked for
    if (answer.trimmed().isEmpty()) {
        emit failed(request.ticket, request.path, {ExtractFailure::Kind::Refused, words(complaint)});
    } else if (!isOneAnswer) {
        emit failed(request.ticket, request.path, {ExtractFailure::Kind::Malformed, error.errorString()});
    } else {
        emit extracted(request.ticket, {metadata, cost});
    }
    emit roomAvailable();
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
    m_stopping = false;
    const auto waiting = std::exchange(m_inFlight, {});
    const auto kind = m_stoppedOver.value_or(ExtractFailure::Kind::Crashed);
    const QString complaint = words(m_complaint);
    bool first = true;
    for (const Request &request : waiting) {
        forget(request);
        // Only the head can have been read when the child ended, unless there is no child to be had.
        if (std::exchange(first, false) || kind == ExtractFailure::Kind::NotStarted)
            emit failed(request.ticket, request.path, {kind, complaint});
        else
            emit returned(request.ticket, request.path);
    }
    emit roomAvailable();
}

} // namespace manometer::extract
