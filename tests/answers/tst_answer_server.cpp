// SPDX-License-Identifier: GPL-3.0-or-later
//
// The server against a peer of the test: with the descriptor of a file it asks, without one it gets nothing.
#include "answers/AnswerServer.h"
#include "answers/Descriptor.h"
#include "answers/Messages.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QTest>

#include <atomic>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace manometer;
using namespace manometer::answers;

namespace {

class FakeStore final : public AnswerStore
{
public:
    std::optional<Answer> find(const Question &question, const std::string &program) override
    {
        while (isHung)
            ::poll(nullptr, 0, 1);
        const std::scoped_lock lock(mutex);
        ++asked;
        asker = program;
        return question.text == text ? std::optional(answer) : std::nullopt;
    }
    bool store(const Question &question, const FileState &, const Answer &given) override
    {
        const std::scoped_lock lock(mutex);
        text = question.text;
        answer = given;
        ++stored;
        return true;
    }

    std::mutex mutex;
    std::string text;
    std::string asker;
    Answer answer;
    std::atomic<int> asked = 0;
    std::atomic<int> stored = 0;
    std::atomic<bool> isHung = false;
};

class Peer
{
public:
    explicit Peer(const QString &folder)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const std::string path = folder.toStdString() + '/' + socketName;
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.data(), path.size());
        m_isConnected =
            ::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        const timeval timeout{.tv_sec = 20, .tv_usec = 0};
        ::setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    }

    bool isConnected() const { return m_isConnected; }
    // -1: without a descriptor.
    void send(std::string_view bytes, int file) const
    {
        iovec part{.iov_base = const_cast<char *>(bytes.data()), .iov_len = bytes.size()};
        alignas(cmsghdr) char control[CMSG_SPACE(sizeof file)] = {};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        if (file >= 0) {
            message.msg_control = control;
            message.msg_controllen = sizeof control;
            cmsghdr *const rights = CMSG_FIRSTHDR(&message);
            rights->cmsg_level = SOL_SOCKET;
            rights->cmsg_type = SCM_RIGHTS;
            rights->cmsg_len = CMSG_LEN(sizeof file);
            std::memcpy(CMSG_DATA(rights), &file, sizeof file);
        }
        ::sendmsg(m_socket.get(), &message, MSG_NOSIGNAL);
    }
    // Empty at the end of the connection.
    std::string receive(std::size_t length) const
    {
        std::string bytes(length, '\0');
        const ssize_t got = ::recv(m_socket.get(), bytes.data(), length, MSG_WAITALL);
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return bytes;
    }
    std::optional<Answer> ask(std::string_view text, int file) const
    {
        send(findMessage({.path = "/a/file", .text = text}), file);
        const auto head = headOf(receive(sizeof(Head)));
        return head && head->kind == Kind::Found ? foundBody(receive(head->length)) : std::nullopt;
    }

private:
    Descriptor m_socket;
    bool m_isConnected = false;
};

struct ServerFixture
{
    test::Folder folder;
    FakeStore store;
    std::unique_ptr<AnswerServer> server;
    Descriptor file{::open("/proc/self/exe", O_RDONLY | O_CLOEXEC)};

    ServerFixture()
    {
        auto opened = AnswerServer::open(folder.path().toStdString(), store);
        if (opened)
            server = std::move(*opened);
    }
};

} // namespace

class TestAnswerServer : public QObject
{
    Q_OBJECT
private slots:
    void whatIsStoredIsFound()
    {
        ServerFixture fixture;
        QVERIFY(fixture.server);
        const Peer peer(fixture.folder.path());
        QVERIFY(!peer.ask("-j", fixture.file.get()));
        const Answer answer{.output = std::string(mostAnswerBytes, 'x'), .status = 1};
        peer.send(storeMessage("/a/file", "-j", {}, answer), fixture.file.get());
        const auto found = peer.ask("-j", fixture.file.get());
        QVERIFY(found);
        QVERIFY(*found == answer);
        QCOMPARE(fixture.store.asked.load(), 2);
    }

    // This process is the parent of no exiftool, but its own peer: who asks is its parent.
    void whoAsksIsTheParentOfThePeer()
    {
        ServerFixture fixture;
        const Peer peer(fixture.folder.path());
        QVERIFY(!peer.ask("-j", fixture.file.get()));
        QFile name(QStringLiteral("/proc/%1/comm").arg(::getppid()));
        QVERIFY(name.open(QIODevice::ReadOnly));
        const std::scoped_lock lock(fixture.store.mutex);
        QVERIFY2(QByteArray::fromStdString(fixture.store.asker).startsWith(name.readAll().trimmed()),
                 fixture.store.asker.c_str());
    }

    void withoutAReadableFileThereIsNoAnswer()
    {
        ServerFixture fixture;
        const Peer peer(fixture.folder.path());
        peer.send(storeMessage("/a/file", "-j", {}, {.output = "secret"}), fixture.file.get());
        QVERIFY(peer.ask("-j", fixture.file.get()));
        QVERIFY(!peer.ask("-j", -1));
        const Descriptor nameOnly(::open("/proc/self/exe", O_PATH | O_CLOEXEC));
        QVERIFY(!peer.ask("-j", nameOnly.get()));
        const QByteArray path = QFile::encodeName(fixture.folder.filePath(QStringLiteral("w")));
        const Descriptor writeOnly(::open(path.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
        QVERIFY(!peer.ask("-j", writeOnly.get()));
        QVERIFY(peer.ask("-j", fixture.file.get()));
        peer.send(storeMessage("/a/file", "-G", {}, {.output = "forged"}), nameOnly.get());
        QVERIFY(!peer.ask("-G", fixture.file.get()));
    }

    void nonsenseEndsTheConversation_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("an answer") << QByteArray::fromStdString(notFoundMessage());
        QTest::newRow("relative") << QByteArray::fromStdString(findMessage({.path = "a", .text = "-j"}));
        QTest::newRow("NUL") << QByteArray::fromStdString(findMessage({.path = {"/a\0b", 4}, .text = "-j"}));
        const Head tooLong{.kind = Kind::Find, .length = mostMessageBytes + 1};
        QTest::newRow("too long") << QByteArray(reinterpret_cast<const char *>(&tooLong), sizeof tooLong);
        const Head wrong{.kind = Kind::Find, .length = 3};
        QTest::newRow("a body that is none")
            << QByteArray(reinterpret_cast<const char *>(&wrong), sizeof wrong) + "abc";
    }
    void nonsenseEndsTheConversation()
    {
        QFETCH(QByteArray, bytes);
        ServerFixture fixture;
        const Peer peer(fixture.folder.path());
        peer.send(bytes.toStdString(), fixture.file.get());
        QVERIFY(peer.receive(1).empty());
        const Peer next(fixture.folder.path());
        QVERIFY(!next.ask("-j", fixture.file.get()));
    }

    void aQuestionThatTakesLongDelaysNoOther()
    {
        ServerFixture fixture;
        fixture.store.isHung = true;
        const Peer slow(fixture.folder.path());
        slow.send(findMessage({.path = "/a", .text = "-j"}), fixture.file.get());
        const Peer other(fixture.folder.path());
        other.send(storeMessage("/a", "-j", {}, {}), fixture.file.get());
        VERIFY_EVENTUALLY(fixture.store.stored == 1);
        QCOMPARE(fixture.store.asked.load(), 0);
        fixture.store.isHung = false;
        VERIFY_EVENTUALLY(fixture.store.asked == 1);
    }

    void connectionsAreBounded()
    {
        ServerFixture fixture;
        std::vector<std::unique_ptr<Peer>> peers;
        for (std::size_t i = 0; i < AnswerServer::mostConnections; ++i) {
            peers.push_back(std::make_unique<Peer>(fixture.folder.path()));
            QVERIFY(!peers.back()->ask("-j", fixture.file.get()));
        }
        QCOMPARE(std::size_t(fixture.store.asked), AnswerServer::mostConnections);
        {
            const Peer more(fixture.folder.path());
            QVERIFY(more.isConnected());
            QVERIFY(more.receive(1).empty());
        }
        peers.clear();
        const auto isServed = [&fixture] {
            const Peer peer(fixture.folder.path());
            const int before = fixture.store.asked;
            peer.ask("-j", fixture.file.get());
            return fixture.store.asked > before;
        };
        VERIFY_EVENTUALLY(isServed());
    }

    void theSocketIsPrivateAndGoesWithTheServer()
    {
        ServerFixture fixture;
        struct stat status = {};
        const QByteArray path = QFile::encodeName(fixture.folder.filePath(QString::fromLatin1(socketName)));
        QCOMPARE(::stat(path.constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
        const Peer peer(fixture.folder.path());
        fixture.server.reset();
        QVERIFY(peer.receive(1).empty());
        QVERIFY(::stat(path.constData(), &status) != 0);
    }

    void aSocketOfAKilledProgramIsReplaced()
    {
        test::Folder folder;
        FakeStore store;
        QVERIFY(test::writeFile(QFile::encodeName(folder.filePath(QString::fromLatin1(socketName))), "old"));
        QVERIFY(AnswerServer::open(folder.path().toStdString(), store));
        QVERIFY(!AnswerServer::open("/nowhere", store));
        QVERIFY(!AnswerServer::open('/' + std::string(200, 'x'), store));
    }
};

MANOMETER_TEST(None, TestAnswerServer)
#include "tst_answer_server.moc"
