// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometerctl record: what is asked, and that the file is written whole or not at all.
#include "CtlFixture.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTest>

#include <filesystem>

using namespace manometer;
using namespace manometer::test;

namespace {

QByteArray fileContents(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCtlRecord : public QObject
{
    Q_OBJECT
private slots:
    void aRecordingIsWrittenWholeOrNotAtAll()
    {
        const test::Folder folder;
        const std::string file = folder.path().toStdString() + "/a.manometer";
        const QByteArray bytes("MNMRCRD\n\0\xff", 10);
        FakeServer server(
            test::answering({{"GET /api/recording", bytes.toStdString()},
                             {"GET /api/recording?from_unix_ms=5000&names=true", "with names"}}));
        QCOMPARE(runCtl(server, {"record", file}).exitCode, 0);
        QCOMPARE(fileContents(file), bytes);
        // It is kept, and the server is not asked.
        const std::size_t before = server.requests().size();
        const Ran again = runCtl(server, {"record", file});
        QCOMPARE(again.exitCode, 74);
        QVERIFY2(again.errors.contains("it exists; --overwrite replaces it"), again.errors);
        QCOMPARE(server.requests().size(), before);
        QCOMPARE(runCtl(server, {"record", file, "--overwrite", "--from=@5", "--names"}).exitCode, 0);
        QCOMPARE(fileContents(file), QByteArray("with names"));
        QCOMPARE(runCtl(server, {"record", "-"}).output, bytes);
        QCOMPARE(runCtl(server, {"record", folder.path().toStdString()}).exitCode, 74);
        QCOMPARE(runCtl(server, {"record", folder.path().toStdString() + "/none/a"}).exitCode, 74);
        FakeServer refusing(test::refusing(409, "conflict"));
        const std::string other = folder.path().toStdString() + "/b.manometer";
        QCOMPARE(runCtl(refusing, {"record", other}).exitCode, 4);
        QVERIFY(!std::filesystem::exists(other));
        QCOMPARE(std::distance(std::filesystem::directory_iterator(folder.path().toStdString()), {}), 1);
    }

    void whatCannotBeIsAUsageError_data()
    {
        QTest::addColumn<QByteArray>("option");
        QTest::newRow("no length") << QByteArray("--last=long");
        QTest::newRow("no time") << QByteArray("--from=yesterday-ish");
    }
    void whatCannotBeIsAUsageError()
    {
        QFETCH(QByteArray, option);
        FakeServer server(test::answering({}));
        QCOMPARE(runCtl(server, {"record", "/x", std::string_view(option.constData())}).exitCode, 2);
    }
};

MANOMETER_TEST(None, TestCtlRecord)
#include "tst_ctl_record.moc"
