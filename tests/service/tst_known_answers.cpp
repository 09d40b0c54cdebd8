// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers of the exiftool command in the cache: never those of another version of the file, or to another
// question.
#include "answers/Descriptor.h"
#include "extract/FileFacts.h"
#include "service/entries/KnownAnswers.h"
#include "support/Files.h"
#include "support/OpenCache.h"
#include "support/TestMain.h"

#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

using namespace manometer;
using namespace manometer::answers;

namespace {

struct AnswersFixture
{
    test::Folder folder;
    std::unique_ptr<cache::Cache> engine = test::openCache(folder);
    std::chrono::system_clock::time_point now = std::chrono::system_clock::now() + std::chrono::hours(1);
    service::KnownAnswers answers{*engine, {.contentsChanged = [] {}, .now = [this] { return now; }}};
    QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("a")));

    AnswersFixture() { write("contents"); }

    void write(const QByteArray &contents) const { test::writeFile(path, contents); }
    Descriptor open() const { return Descriptor(::open(path.constData(), O_RDONLY | O_CLOEXEC)); }
    static FileState stateOf(int file)
    {
        struct stat status = {};
        ::fstat(file, &status);
        return {.device = status.st_dev,
                .inode = status.st_ino,
                .sizeBytes = static_cast<std::uint64_t>(status.st_size),
                .mtimeNanoseconds = extract::nanosecondsOf(status.st_mtim),
                .ctimeNanoseconds = extract::nanosecondsOf(status.st_ctim)};
    }
    std::optional<Answer> find(std::string_view text = "-j", const std::string &program = "python3")
    {
        const Descriptor file = open();
        return answers.find({.file = file.get(), .path = path.constData(), .text = text}, program);
    }
    bool store(const Answer &answer, std::string_view text = "-j")
    {
        const Descriptor file = open();
        return answers.store({.file = file.get(), .path = path.constData(), .text = text},
                             stateOf(file.get()), answer);
    }
};

} // namespace

class TestKnownAnswers : public QObject
{
    Q_OBJECT
private slots:
    void anAnswerIsFoundAgainByteByByte()
    {
        AnswersFixture fixture;
        std::string all;
        for (int byte = 0; byte < 256; ++byte)
            all += static_cast<char>(byte);
        const Answer answer{.output = all + "\\x41\\" + all,
                            .errors = "Warning: \xff\n",
                            .status = 1,
                            .accessTimes = {3, 300},
                            .costMicroseconds = 6'000};
        const std::string question("-j\0\0\xff\\", 6);
        QVERIFY(!fixture.find(question));
        QVERIFY(fixture.store(answer, question));
        const auto found = fixture.find(question);
        QVERIFY(found);
        QVERIFY(*found == answer);
        QVERIFY(!fixture.find("-j"));
    }

    void aChangedFileHasNoAnswer()
    {
        AnswersFixture fixture;
        QVERIFY(fixture.store({.output = "old"}));
        QVERIFY(fixture.find());
        fixture.write("CONTENTS"); // the same size
        QVERIFY(!fixture.find());
    }

    void aFileThatChangedWhileItWasReadIsNotKept()
    {
        AnswersFixture fixture;
        const Descriptor file = fixture.open();
        FileState before = AnswersFixture::stateOf(file.get());
        --before.mtimeNanoseconds;
        QVERIFY(!fixture.answers.store({.file = file.get(), .path = fixture.path.constData(), .text = "-j"},
                                       before, {.output = "x"}));
        QVERIFY(!fixture.find());
    }

    void aFileThatChangedAMomentAgoIsNotKept()
    {
        AnswersFixture fixture;
        fixture.now = std::chrono::system_clock::now();
        QVERIFY(!fixture.store({.output = "x"}));
    }

    void aFileThatIsOpenForWritingIsNotKept()
    {
        AnswersFixture fixture;
        const Descriptor writer(::open(fixture.path.constData(), O_WRONLY | O_CLOEXEC));
        if (const Descriptor file = fixture.open();
            ::fcntl(file.get(), F_SETLEASE, F_RDLCK) == 0 || errno != EAGAIN)
            QSKIP("this file system does not show who writes");
        QVERIFY(!fixture.store({.output = "x"}));
    }

    void anAnswerForOneAccessTimeHoldsForThatOnly()
    {
        AnswersFixture fixture;
        QFile read(QFile::decodeName(fixture.path)); // as exiftool does: later reads leave its time as it is
        QVERIFY(read.open(QIODevice::ReadOnly));
        QVERIFY(!read.readAll().isEmpty());
        struct stat status = {};
        QCOMPARE(::stat(fixture.path.constData(), &status), 0);
        QVERIFY(fixture.store({.output = "x", .onlyForAccessTime = extract::nanosecondsOf(status.st_atim)}));
        QVERIFY(fixture.find());
        QVERIFY(fixture.store({.output = "x", .onlyForAccessTime = 17}));
        QVERIFY(!fixture.find());
    }

    void anAnswerOfAnotherQuestionUnderTheSameKeyIsNone()
    {
        AnswersFixture fixture;
        QVERIFY(fixture.store({.output = "x"}));
        const auto ids = fixture.engine->list({});
        QCOMPARE(ids.size(), std::size_t(1));
        const auto info = fixture.engine->describe(ids).front();
        auto bytes = fixture.engine->peek(ids.front());
        QVERIFY(info && bytes);
        const std::size_t at = bytes->find(R"("question":"-j")");
        QVERIFY(at != std::string::npos);
        bytes->replace(at, 15, R"("question":"-k")");
        fixture.engine->put({.path = info->path, .depth = info->depth}, info->version, *bytes, {});
        QVERIFY(!fixture.find());
        fixture.engine->put({.path = info->path, .depth = info->depth}, info->version, "{}", {});
        QVERIFY(!fixture.find());
    }

    void anAnswerThatIsTooLargeIsNotKept()
    {
        AnswersFixture fixture;
        QVERIFY(!fixture.store({.output = std::string(mostAnswerBytes + 1, 'x')}));
        QVERIFY(fixture.store({.output = std::string(mostAnswerBytes, 'x')}));
    }

    void whatIsNoRegularFileHasNoAnswer()
    {
        AnswersFixture fixture;
        const Descriptor folder(::open("/", O_RDONLY | O_CLOEXEC));
        QVERIFY(!fixture.answers.store({.file = folder.get(), .path = "/", .text = "-j"},
                                       AnswersFixture::stateOf(folder.get()), {}));
        QVERIFY(!fixture.answers.find({.file = folder.get(), .path = "/", .text = "-j"}, "x"));
        QVERIFY(!fixture.answers.find({.file = -1, .path = "/a", .text = "-j"}, "x"));
    }

    void requestsAreCountedByProgram()
    {
        AnswersFixture fixture;
        QVERIFY(fixture.store({.output = "x", .costMicroseconds = 5'000}));
        for (int i = 0; i < 3; ++i)
            QVERIFY(fixture.find("-j", "python3"));
        QVERIFY(!fixture.find("-n", "node"));
        const Descriptor file = fixture.open();
        QVERIFY(fixture.answers.find({.file = file.get(),
                                      .path = fixture.path.constData(),
                                      .text = "-j",
                                      .startMicroseconds = 100'000},
                                     "sh"));
        fixture.answers.find(
            {.file = file.get(), .path = fixture.path.constData(), .text = "-j", .isCounted = false}, "own");
        const views::AnswerUse use = fixture.answers.use();
        QCOMPARE(use.requests, 5u);
        QCOMPARE(use.hits, 4u);
        QCOMPARE(use.savedMicroseconds, 120'000u);
        QCOMPARE(use.clients.size(), 3);
        QCOMPARE(use.clients[0].program, QByteArray("python3"));
        QCOMPARE(use.clients[0].savedMicroseconds, 15'000u);
        QCOMPARE(use.clients[1].hits, 0u);
    }

    // Their names are anything, and there may be any number of them.
    void programsThatDoNotFitAreCountedTogether()
    {
        AnswersFixture fixture;
        for (int i = 0; i < 80; ++i)
            fixture.find("-j", std::to_string(i));
        const views::AnswerUse use = fixture.answers.use();
        QCOMPARE(use.requests, 80u);
        QCOMPARE(use.clients.size(), service::KnownAnswers::mostPrograms + 1);
        QVERIFY(use.clients.constFirst().program.isEmpty());
        QCOMPARE(use.clients.constFirst().requests, 30u);
    }
};

MANOMETER_TEST(None, TestKnownAnswers)
#include "tst_known_answers.moc"
