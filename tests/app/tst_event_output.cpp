// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EventOutput.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/TestMain.h"
#include "wire/EventLine.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::views;
using app::EventOutput;

namespace {

Event eventOf(quint64 id)
{
    return {.run = "r1", .id = id, .wallMs = 1'795'420'797'123, .what = SuspendEvent{.durationMs = 5}};
}

// The ids of the events in the text; empty if a line is not a whole event.
QList<quint64> idsIn(const QByteArray &text)
{
    QList<quint64> ids;
    for (const QByteArray &line : text.split('\n')) {
        if (line.isEmpty())
            continue;
        const auto event = wire::fromLine(line);
        if (!event)
            return {};
        ids += event->id;
    }
    return ids;
}

// Limits the size of files that this process writes while it lives.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{.rlim_cur = bytes, .rlim_max = m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class TestEventOutput : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QByteArray contents(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void eventsAreAppendedInOrderToAPrivateFile()
    {
        for (quint64 first : {1, 101}) {
            const auto output = EventOutput::open(path("e.jsonl").toUtf8());
            QVERIFY(output.has_value());
            for (quint64 id = first; id < first + 100; ++id)
                (*output)->append(eventOf(id));
        }
        const QList<quint64> ids = idsIn(contents("e.jsonl"));
        QCOMPARE(ids.size(), 200);
        for (qsizetype i = 0; i < ids.size(); ++i)
            QCOMPARE(ids[i], quint64(i + 1));
        struct stat status = {};
        QCOMPARE(::stat(path("e.jsonl").toUtf8().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
    }

    void aFileThatCannotBeOpenedIsAnError()
    {
        const auto output = EventOutput::open(path("no/such/folder").toUtf8());
        QVERIFY(!output.has_value());
        QCOMPARE(output.error(), qt_error_string(ENOENT));
        QVERIFY(!EventOutput::open(m_folder->path().toUtf8()).has_value());
    }

    void aFullFileHasWholeLinesAndIsContinuedWhenThereIsRoom()
    {
        const auto output = EventOutput::open(path("e.jsonl").toUtf8());
        QVERIFY(output.has_value());
        const qsizetype lineSize = wire::toLine(eventOf(10)).size();
        const auto sizeIs = [this](qsizetype size) { return QFile(path("e.jsonl")).size() == size; };
        {
            const FileSizeLimit limit(rlim_t(3 * lineSize + lineSize / 2));
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(QStringLiteral("events cannot be written")));
            for (quint64 id = 10; id < 20; ++id)
                (*output)->append(eventOf(id));
            VERIFY_EVENTUALLY(sizeIs(3 * lineSize));
        }
        // Once the queue has been tried against the full file.
        VERIFY_EVENTUALLY(((*output)->append(eventOf(30)), !sizeIs(3 * lineSize)));
        const QList<quint64> ids = idsIn(contents("e.jsonl"));
        QCOMPARE(ids.mid(0, 3), (QList<quint64>{10, 11, 12}));
        QCOMPARE(ids.last(), quint64(30));
    }

    void aReaderThatDoesNotReadDelaysNothing()
    {
        QCOMPARE(::mkfifo(path("pipe").toUtf8().constData(), 0600), 0);
        const int reader = ::open(path("pipe").toUtf8().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        QElapsedTimer timer;
        timer.start();
        {
            const auto output = EventOutput::open(path("pipe").toUtf8());
            QVERIFY(output.has_value());
            // More than a pipe and the queue hold.
            for (quint64 id = 1; id <= 5000; ++id)
                (*output)->append(eventOf(id));
            QVERIFY(timer.elapsed() < 1000);
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(QStringLiteral("events cannot be written")));
        }
        QVERIFY(timer.elapsed() < 10'000);
        ::close(reader);
    }

    void aReaderThatHasGoneEndsTheWriting()
    {
        std::signal(SIGPIPE, SIG_IGN);
        QCOMPARE(::mkfifo(path("pipe").toUtf8().constData(), 0600), 0);
        const int reader = ::open(path("pipe").toUtf8().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(reader >= 0);
        const auto output = EventOutput::open(path("pipe").toUtf8());
        QVERIFY(output.has_value());
        ::close(reader);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("events cannot be written")));
        for (quint64 id = 1; id <= 100; ++id)
            (*output)->append(eventOf(id)); // logged once
    }
};

MANOMETER_TEST(Core, TestEventOutput)
#include "tst_event_output.moc"
