// SPDX-License-Identifier: GPL-3.0-or-later
//
// A recording's file: it is read as it was written; one that is damaged, foreign, newer or too large is
// refused with a reason, whatever its bytes are.
#include "recorded/Parts.h"
#include "recorded/RecordedFixture.h"
#include "recorded/Session.h"
#include "support/EveryEvent.h"
#include "support/TestMain.h"
#include "support/UnusualSettings.h"
#include "wire/EventLine.h"
#include "wire/ViewJson.h"

#include <QFile>
#include <QRandomGenerator>

#include <sys/stat.h>

using namespace manometer;
using namespace manometer::recorded;
using Kind = Refusal::Kind;

namespace {

RecordingContents someContents()
{
    const JournalOnDisk journal(risingWave());
    RecordingContents contents = contentsOf(journal);
    contents.names = views::FileNames::Included;
    contents.settings = test::unusualSettings();
    contents.hits = {.lack = views::HitEvidence::Lack::None, .requests = 12345};
    contents.hits.levels = {{.hitPercent = 91.25, .errorPercent = 0.5}};
    for (views::Event &event : test::everyKindOfEvent("text", "detail")) {
        event.wallMs = msAt(30);
        if (auto *note = std::get_if<views::NoteEvent>(&event.what))
            note->atWallMs = msAt(20);
        contents.events += event;
    }
    return contents;
}

// Rewrites the parts of a file, so that all checksums are right.
QByteArray withPart(const QByteArray &file, const std::string &name, const std::string &bytes)
{
    Parts parts = *decodeParts(viewOf(file));
    for (Part &part : parts)
        if (part.name == name)
            part.bytes = bytes;
    return QByteArray::fromStdString(encodeParts(parts));
}

Refusal refusalOf(const QByteArray &file)
{
    const auto contents = decode(viewOf(file));
    if (contents)
        qFatal("it was read");
    return contents.error();
}

} // namespace

class TestRecordingFile : public QObject
{
    Q_OBJECT

private slots:
    void whatWasWrittenIsRead()
    {
        const RecordingContents written = someContents();
        const auto read = decode(viewOf(encode(written)));
        QVERIFY(read.has_value());
        QCOMPARE(read->program, written.program);
        QCOMPARE(read->createdWallMs, written.createdWallMs);
        QVERIFY(read->range == written.range);
        QCOMPARE(read->names, views::FileNames::Included);
        QCOMPARE(read->journal, written.journal);
        QVERIFY(read->settings == written.settings);
        QCOMPARE(wire::toText(read->hits), wire::toText(written.hits));
        QCOMPARE(read->events.size(), written.events.size());
        for (qsizetype i = 0; i < read->events.size(); ++i) {
            QCOMPARE(wire::toLine(read->events[i]), wire::toLine(written.events[i]));
            QCOMPARE(read->events[i].position, static_cast<quint64>(i + 1));
        }
    }

    void aFileOfALaterVersionSaysItsVersion()
    {
        QByteArray file = encode(someContents());
        file[8] = 2;
        QCOMPARE(refusalOf(file).kind, Kind::Newer);
        QCOMPARE(refusalOf(file).version, 2u);
    }

    void anotherKindOfFileIsNoRecording_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("MNMJRNL\n and so on");
        QTest::newRow("zeros") << QByteArray(100, '\0');
    }
    void anotherKindOfFileIsNoRecording()
    {
        QFETCH(QByteArray, file);
        QCOMPARE(refusalOf(file).kind, Kind::NotARecording);
    }

    void aFileThatIsCutOffAnywhereIsDamaged()
    {
        const QByteArray file = encode(someContents());
        for (qsizetype size = 1; size < file.size(); size += size < 400 ? 1 : 97) {
            const Refusal refusal = refusalOf(file.left(size));
            QVERIFY2(refusal.kind == Kind::Damaged, qPrintable(QString::number(size)));
            QCOMPARE(refusal.detail, QStringLiteral("the file is shorter than it says"));
        }
    }

    void bytesBehindTheEndAreDamage()
    {
        QCOMPARE(refusalOf(encode(someContents()) + 'x').detail,
                 QStringLiteral("the file is longer than it says"));
    }

    void aFlippedBitAnywhereIsNoticed()
    {
        const QByteArray file = encode(someContents());
        const QByteArray whole = wire::toText(decode(viewOf(file))->hits);
        for (qsizetype place = 8; place < file.size(); place += place < 400 ? 1 : 13) {
            QByteArray damaged = file;
            damaged[place] = static_cast<char>(damaged[place] ^ (1 << (place % 8)));
            QVERIFY2(!decode(viewOf(damaged)), qPrintable(QString::number(place)));
        }
    }

    // With right checksums: what the parts say is not trusted either.
    void randomDamageBehindTheChecksumsIsRefusedOrRead()
    {
        const auto seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QByteArray file = encode(someContents());
        const Parts parts = *decodeParts(viewOf(file));
        for (int round = 0; round < 2'000; ++round) {
            Parts changed = parts;
            std::string &bytes = changed[random.bounded(quint32(changed.size()))].bytes;
            for (quint32 i = random.bounded(4u); i < 4; ++i)
                bytes[random.bounded(quint32(bytes.size()))] = static_cast<char>(random.bounded(256));
            if (random.bounded(4) == 0)
                bytes.resize(random.bounded(quint32(bytes.size())) + 1);
            const auto contents = decode(encodeParts(changed));
            if (!contents)
                continue;
            const auto session = sessionOf(*contents);
            if (!session) {
                QCOMPARE(session.error().kind, Kind::Damaged);
                continue;
            }
            for (const views::SampleRecord &sample : session->samples)
                QVERIFY(sample.gap || (sample.systemUsedPercent >= 0 && sample.systemUsedPercent <= 100));
        }
    }

    void aPartOfImpossibleSizeIsNotUnpacked()
    {
        // 97 MiB of zeros take 10 KB in the file.
        const QByteArray file =
            withPart(encode(someContents()), "journal", std::string(mostPartBytes + 1, '\0'));
        QVERIFY(file.size() < 100'000);
        QCOMPARE(refusalOf(file).kind, Kind::TooLarge);
    }

    void aMissingPartIsNamed()
    {
        Parts parts = *decodeParts(viewOf(encode(someContents())));
        parts.erase(parts.begin() + 3);
        QCOMPARE(refusalOf(QByteArray::fromStdString(encodeParts(parts))).detail,
                 QStringLiteral("the part 'settings' is missing"));
    }

    void whatIsNotAnEventIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("{\n");
        QTest::newRow("no newline") << QByteArray(R"({"unix_ms":1,"kind":"suspend","duration_ms":1})");
        QTest::newRow("a time beyond all clocks")
            << QByteArray("{\"unix_ms\":900000000000000000,\"kind\":\"suspend\",\"duration_ms\":1}\n");
        QTest::newRow("a field of another type")
            << QByteArray("{\"unix_ms\":1,\"kind\":\"suspend\",\"duration_ms\":\"long\"}\n");
        QTest::newRow("a number beyond all sums")
            << QByteArray("{\"unix_ms\":1,\"kind\":\"suspend\",\"duration_ms\":9223372036854775807}\n");
        QTest::newRow("a note about no time")
            << QByteArray("{\"unix_ms\":1,\"kind\":\"note\",\"at_unix_ms\":-5,\"text\":\"x\"}\n");
    }
    void whatIsNotAnEventIsRefused()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(refusalOf(withPart(encode(someContents()), "events", line.toStdString())).detail,
                 QStringLiteral("a line is not an event"));
    }

    void anEventOfALaterKindIsSkippedAndCounted()
    {
        const QByteArray file = withPart(encode(someContents()), "events",
                                         "{\"unix_ms\":1,\"kind\":\"invented\"}\n"
                                         "{\"unix_ms\":1,\"kind\":\"suspend\",\"duration_ms\":1}\n");
        qsizetype skipped = 0;
        const auto contents = decode(viewOf(file), &skipped);
        QVERIFY(contents.has_value());
        QCOMPARE(contents->events.size(), 1);
        QCOMPARE(skipped, 1);
    }

    void settingsThatAreNotUnderstoodAreRefused()
    {
        const QByteArray file = withPart(encode(someContents()), "settings", R"({"thresholds":{"high":7}})");
        QVERIFY(refusalOf(file).detail.startsWith(QStringLiteral("the settings are not understood")));
    }

    void onlyFilesAreRead()
    {
        const QTemporaryDir folder;
        QCOMPARE(readRecordingFile(folder.path()).error().kind, Kind::Unreadable);
        QCOMPARE(readRecordingFile(folder.filePath(QStringLiteral("none"))).error().kind, Kind::Unreadable);
        const QString pipe = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(readRecordingFile(pipe).error().kind, Kind::Unreadable); // without waiting for a writer
        QFile large(folder.filePath(QStringLiteral("large")));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(qint64(mostFileBytes) + 1));
        QCOMPARE(readRecordingFile(large.fileName()).error().kind, Kind::TooLarge);
    }
};

MANOMETER_TEST(Core, TestRecordingFile)
#include "tst_recording_file.moc"
