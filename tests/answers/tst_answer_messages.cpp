// SPDX-License-Identifier: GPL-3.0-or-later
#include "answers/Messages.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::answers;

namespace {

std::string bodyOf(const std::string &message)
{
    return message.substr(sizeof(Head));
}

Answer richAnswer()
{
    return {.output = std::string(40, 'o') + '\0',
            .errors = "Warning\n",
            .status = 1,
            .accessTimes = {0, 16},
            .onlyForAccessTime = -5,
            .costMicroseconds = 6'000};
}

} // namespace

class TestAnswerMessages : public QObject
{
    Q_OBJECT
private slots:
    void aQuestionIsReadBack()
    {
        const std::string message =
            findMessage({.path = "/a\nb", .text = {"-j\0", 3}, .isCounted = false, .startMicroseconds = 7});
        const auto head = headOf(message);
        QVERIFY(head);
        QVERIFY(head->kind == Kind::Find);
        QCOMPARE(std::size_t(head->length), message.size() - sizeof(Head));
        const std::string body = bodyOf(message);
        const auto found = findBody(body);
        QVERIFY(found);
        QVERIFY(found->path == "/a\nb");
        QVERIFY(found->text == std::string("-j\0", 3));
        QVERIFY(!found->isCounted);
        QCOMPARE(found->startMicroseconds, std::uint64_t(7));
    }

    void anAnswerIsReadBack()
    {
        QVERIFY(foundBody(bodyOf(foundMessage(richAnswer()))) == richAnswer());
        QVERIFY(foundBody(bodyOf(foundMessage({}))) == Answer());
        QCOMPARE(headOf(notFoundMessage())->length, 0u);
    }

    void whatIsToBeStoredIsReadBack()
    {
        const FileState before{.device = 1,
                               .inode = 2,
                               .sizeBytes = ~std::uint64_t(0),
                               .mtimeNanoseconds = -1,
                               .ctimeNanoseconds = 4};
        const std::string body = bodyOf(storeMessage("/a", "-j", before, richAnswer()));
        const auto store = storeBody(body);
        QVERIFY(store);
        QVERIFY(store->path == "/a" && store->text == "-j");
        QVERIFY(store->before == before);
        QVERIFY(store->answer == richAnswer());
    }

    // A peer may send anything.
    void noPartOfAMessageIsAMessage()
    {
        const std::string find = bodyOf(findMessage({.path = "/a", .text = "-j"}));
        const std::string found = bodyOf(foundMessage(richAnswer()));
        const std::string store = bodyOf(storeMessage("/a", "-j", {}, richAnswer()));
        for (std::size_t i = 0; i < store.size(); ++i) {
            QVERIFY(!storeBody(std::string_view(store).substr(0, i)));
            QVERIFY(i >= found.size() || !foundBody(std::string_view(found).substr(0, i)));
            QVERIFY(i >= find.size() || !findBody(std::string_view(find).substr(0, i)));
        }
        QVERIFY(!findBody(find + 'x'));
        QVERIFY(!foundBody(found + 'x'));
        QVERIFY(!storeBody(store + 'x'));
    }

    void anAccessTimeBehindTheOutputIsRefused()
    {
        Answer answer{.output = std::string(accessTimeLength + 3, 'o'), .accessTimes = {3}};
        QVERIFY(foundBody(bodyOf(foundMessage(answer))));
        answer.accessTimes = {4};
        QVERIFY(!foundBody(bodyOf(foundMessage(answer))));
    }

    void anotherFormatAndALongMessageAreRefused()
    {
        std::string message = notFoundMessage();
        message[0] ^= 1;
        QVERIFY(!headOf(message));
        Head head{.kind = Kind::Found, .length = mostMessageBytes};
        const auto bytes = [&head] {
            return std::string_view(reinterpret_cast<const char *>(&head), sizeof head);
        };
        QVERIFY(headOf(bytes()));
        ++head.length;
        QVERIFY(!headOf(bytes()));
        head = {.kind = static_cast<Kind>(9)};
        QVERIFY(!headOf(bytes()));
    }
};

MANOMETER_TEST(None, TestAnswerMessages)
#include "tst_answer_messages.moc"
