// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Instance.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QDir>
#include <QTest>

#include <sys/stat.h>

using namespace manometer;
using namespace manometer::client;

class TestInstance : public QObject
{
    Q_OBJECT

    test::Folder m_runtime;

    Search search() const
    {
        return {.address = {}, .tokenFile = {}, .runtimeDirectory = m_runtime.path().toStdString()};
    }
    void writeInstance(const QByteArray &contents, const char *folder = "manometer") const
    {
        QVERIFY(QDir(m_runtime.path()).mkpath(QString::fromLatin1(folder)));
        QVERIFY(test::writeFile(QFile::encodeName(m_runtime.path()) + '/' + folder + "/instance.json",
                                contents, 0600));
    }

private slots:
    void cleanup() { QDir(m_runtime.filePath(QStringLiteral("manometer"))).removeRecursively(); }

    void theInstancesFileHasItsAddress()
    {
        writeInstance(R"({"socket":"/run/user/1/manometer/api.sock","url":"http://127.0.0.1:4711",)"
                      R"("token_file":"/t","read_token_file":"/r","pid":123,"version":"0.6.0",)"
                      R"("cache_directory":"/c","program":"manometerd","later":[1]})");
        const auto instance = readInstance(search());
        QVERIFY2(instance, instance ? "" : instance.error().detail.c_str());
        QCOMPARE(instance->address.socketPath, std::string("/run/user/1/manometer/api.sock"));
        QVERIFY(instance->address.isFound);
        QCOMPARE(instance->pid, std::int64_t(123));
        QCOMPARE(instance->version, std::string("0.6.0"));
        QCOMPARE(instance->program, std::string("manometerd"));
        QCOMPARE(instance->cacheDirectory, std::string("/c"));
        QCOMPARE(*findAddress(search()), instance->address);
    }

    void aRehearsalHasAFileOfItsOwn()
    {
        writeInstance(R"({"socket":"/rehearsal"})", "manometer-rehearsal");
        Search rehearsal = search();
        QVERIFY(!findAddress(rehearsal));
        rehearsal.isRehearsal = true;
        QCOMPARE(findAddress(rehearsal)->socketPath, std::string("/rehearsal"));
    }

    void aNamedAddressOverridesTheInstance()
    {
        writeInstance(R"({"socket":"/found"})");
        Search named = search();
        named.address = "unix:/named";
        QCOMPARE(findAddress(named)->socketPath, std::string("/named"));
        QVERIFY(!findAddress(named)->isFound);
        named.address = "http://127.0.0.1:80";
        named.tokenFile = "/token";
        QCOMPARE(findAddress(named)->port, std::uint16_t(80));
        QCOMPARE(findAddress(named)->tokenFile, std::string("/token"));
    }

    void anUnusableFileIsNoInstance_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("an empty one") << QByteArray();
        QTest::newRow("half a file") << QByteArray("{\"socket\":\"/x\",\"pi");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("no socket") << QByteArray(R"({"pid":1})");
        QTest::newRow("a relative socket") << QByteArray(R"({"socket":"x"})");
        QTest::newRow("a socket that is no text") << QByteArray(R"({"socket":1})");
        QTest::newRow("a large one") << "{\"socket\":\"/x\",\"y\":\"" + QByteArray(100'000, 'y') + "\"}";
    }
    void anUnusableFileIsNoInstance()
    {
        QFETCH(QByteArray, contents);
        writeInstance(contents);
        const auto address = findAddress(search());
        QVERIFY(!address);
        QCOMPARE(int(address.error().kind), int(Failure::Kind::NoInstance));
        QVERIFY(address.error().detail.find("instance.json") != std::string::npos);
    }

    void aMissingFileIsNoInstance()
    {
        QCOMPARE(int(findAddress(search()).error().kind), int(Failure::Kind::NoInstance));
    }

    void aFifoInItsPlaceDoesNotBlock()
    {
        QVERIFY(QDir(m_runtime.path()).mkpath(QStringLiteral("manometer")));
        const QByteArray file =
            QFile::encodeName(m_runtime.filePath(QStringLiteral("manometer/instance.json")));
        QCOMPARE(::mkfifo(file.constData(), 0600), 0);
        QVERIFY(!findAddress(search()));
    }

    void aFileOfAnotherUserIsNoInstance()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a file away");
        writeInstance(R"({"socket":"/x"})");
        const QByteArray file =
            QFile::encodeName(m_runtime.filePath(QStringLiteral("manometer/instance.json")));
        QCOMPARE(::chown(file.constData(), 65534, 65534), 0);
        const auto address = findAddress(search());
        QVERIFY(!address);
        QVERIFY(address.error().detail.find("another user") != std::string::npos);
    }

    void anAddressIsAPathOrALocalUrl_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("meaning"); // path, or host:port; empty: none
        const auto row = [](const char *text, const char *meaning) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(meaning);
        };
        row("unix:/run/x", "/run/x");
        row("/run/x", "/run/x");
        row("http://127.0.0.1:4711", "127.0.0.1:4711");
        row("http://localhost:1/", "127.0.0.1:1");
        row("http://[::1]:65535", "::1:65535");
        row("unix:x", "");
        row("x", "");
        row("https://127.0.0.1:4711", "");
        row("http://example.org:80", "");
        row("http://127.0.0.1", "");
        row("http://127.0.0.1:", "");
        row("http://127.0.0.1:0", "");
        row("http://127.0.0.1:65536", "");
        row("http://127.0.0.1:80/path", "");
        row("http://127.0.0.1@evil:80", "");
    }
    void anAddressIsAPathOrALocalUrl()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, meaning);
        const auto address = parseAddress(text.toStdString());
        std::string found;
        if (address)
            found = address->socketPath.empty() ? address->host + ':' + std::to_string(address->port)
                                                : address->socketPath;
        QCOMPARE(QByteArray::fromStdString(found), meaning);
        QVERIFY(address || address.error().starts_with(text.toStdString()));
    }

    void theEnvironmentNamesThePlace()
    {
        qputenv("XDG_RUNTIME_DIR", "/run/there");
        qputenv("MANOMETER_SOCKET", "/run/mine");
        QCOMPARE(Search::fromEnvironment().runtimeDirectory, std::string("/run/there"));
        QCOMPARE(Search::fromEnvironment().address, std::string("/run/mine"));
        qunsetenv("MANOMETER_SOCKET");
        qunsetenv("XDG_RUNTIME_DIR");
        QCOMPARE(Search::fromEnvironment().runtimeDirectory, "/run/user/" + std::to_string(::getuid()));
        QCOMPARE(Search::fromEnvironment().address, std::string());
    }
};

MANOMETER_TEST(None, TestInstance)
#include "tst_instance.moc"
