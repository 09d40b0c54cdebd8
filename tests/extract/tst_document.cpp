// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/Document.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QFile>
#include <QTest>

using namespace manometer::extract;
namespace test = manometer::test;

class TestDocument : public QObject
{
    Q_OBJECT

    const ReaderIdentity m_reader{.name = "exiftool", .version = "12.57", .digest = "0123456789abcdef"};
    const FileFacts m_facts{.sizeBytes = 5,
                            .mtime = {.tv_sec = 1'500'000'000, .tv_nsec = 250'000'000},
                            .ctime = {.tv_sec = 1'600'000'000, .tv_nsec = 0},
                            .mimeType = QStringLiteral("image/png"),
                            .fingerprint = 0xabc};

    Extraction extraction(const QByteArray &metadata, const QString &problem = {}) const
    {
        return {.metadata = metadata, .problem = problem, .reader = m_reader};
    }

private slots:
    void theDocumentContainsReaderFactsAndMetadata()
    {
        QCOMPARE(
            QByteArray::fromStdString(document(m_facts, extraction(R"({"PNG":{"Gamma":1.10}})"))),
            R"({"reader":{"name":"exiftool","version":"12.57","digest":"0123456789abcdef"},)"
            R"("file":{"sizeBytes":"5","modified":"2017-07-14T02:40:00.250Z","changed":"2020-09-13T12:26:40.000Z",)"
            R"("mimeType":"image/png","fingerprint":"0000000000000abc"},"metadata":{"PNG":{"Gamma":1.10}}})");
    }

    void aTimeIsCorrectOrMissing_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QByteArray>("modified");
        QTest::newRow("after 2262") << qint64(9'223'372'037) << QByteArray("2262-04-11T23:47:17.000Z");
        QTest::newRow("the last time that ext4 can store")
            << qint64(15'032'385'535) << QByteArray("2446-05-10T22:38:55.000Z");
        QTest::newRow("before 1970") << qint64(-1) << QByteArray("1969-12-31T23:59:59.000Z");
        QTest::newRow("before 1677") << qint64(-9'300'000'000) << QByteArray("1675-04-18T02:40:00.000Z");
        QTest::newRow("after the year 9999") << qint64(253'402'300'800) << QByteArray();
        QTest::newRow("after every representable year") << (qint64(1) << 62) << QByteArray();
        QTest::newRow("before every representable year") << -(qint64(1) << 62) << QByteArray();
    }
    void aTimeIsCorrectOrMissing()
    {
        QFETCH(qint64, seconds);
        QFETCH(QByteArray, modified);
        FileFacts facts = m_facts;
        facts.mtime = {.tv_sec = seconds, .tv_nsec = 0};
        const auto text = QByteArray::fromStdString(document(facts, extraction("{}")));
        if (modified.isEmpty())
            QVERIFY2(!text.contains("\"modified\""), text.constData());
        else
            QVERIFY2(text.contains("\"modified\":\"" + modified + "\""), text.constData());
    }

    void aDocumentIsValidForItsReaderOnly()
    {
        const std::string text = document(m_facts, extraction("{}"));
        QCOMPARE(readingOf(text, headOf(m_reader)).kind, Reading::Kind::Understood);
        for (const char *other : {"version", "digest", "name"}) {
            ReaderIdentity reader = m_reader;
            (*other == 'v' ? reader.version : *other == 'd' ? reader.digest : reader.name) += '1';
            QCOMPARE(readingOf(text, headOf(reader)).kind, Reading::Kind::OfAnotherReader);
        }
    }

    void withoutAReaderEveryDocumentIsValid()
    {
        QCOMPARE(readingOf(document(m_facts, extraction("{}")), headOf({})).kind, Reading::Kind::Understood);
        QCOMPARE(readingOf(R"({"file":{},"metadata":{}})", headOf({})).kind, Reading::Kind::Understood);
    }

    void aDocumentOfAnEarlierReleaseIsOfAnotherReader()
    {
        QCOMPARE(readingOf(R"({"file":{"sizeBytes":"5"},"metadata":{}})", headOf(m_reader)).kind,
                 Reading::Kind::OfAnotherReader);
    }

    void aProblemIsRecorded()
    {
        const std::string text = document(
            m_facts, extraction(R"({"ExifTool":{"Error":"x"}})", QStringLiteral("File \"format\" error")));
        for (const std::string &head : {headOf(m_reader), headOf({})}) {
            const Reading reading = readingOf(text, head);
            QCOMPARE(reading.kind, Reading::Kind::NotUnderstood);
            QCOMPARE(reading.detail, QStringLiteral("File \"format\" error"));
        }
    }

    void theValidityIsRecorded_data()
    {
        QTest::addColumn<Validity>("validity");
        QTest::newRow("lasting") << Validity::Lasting;
        QTest::newRow("while the fingerprint is the same") << Validity::SameFingerprint;
        QTest::newRow("this time only") << Validity::ThisTime;
    }
    void theValidityIsRecorded()
    {
        QFETCH(Validity, validity);
        using Kind = Reading::Kind;
        for (const std::string &head : {headOf(m_reader), headOf({})}) {
            const std::pair<std::string, Kind> documents[] = {
                {document(m_facts, extraction("{}"), validity), Kind::Understood},
                {document(m_facts, extraction("{}", QStringLiteral("p")), validity), Kind::NotUnderstood},
                {document(m_reader, m_facts, {.kind = ExtractFailure::Kind::TimedOut}, validity),
                 Kind::Failed},
            };
            for (const auto &[text, kind] : documents) {
                const Reading reading = readingOf(text, head);
                QCOMPARE(reading.kind, kind);
                QCOMPARE(reading.validity, validity);
                if (validity == Validity::SameFingerprint)
                    QCOMPARE(reading.fingerprint, m_facts.fingerprint);
            }
        }
    }

    void anUnknownValidityIsTreatedAsTheShortest()
    {
        const std::string text = headOf(m_reader) + R"(,"validity":"untilNoon","file":{},"metadata":{}})";
        QCOMPARE(readingOf(text, headOf(m_reader)).validity, Validity::ThisTime);
    }

    void aLastingFailureIsRecorded_data()
    {
        QTest::addColumn<ExtractFailure::Kind>("kind");
        using Kind = ExtractFailure::Kind;
        for (const Kind kind : {Kind::NotStarted, Kind::NotAsked, Kind::Crashed, Kind::TimedOut,
                                Kind::TooLarge, Kind::Refused, Kind::Malformed})
            QTest::addRow("%d", int(kind)) << kind;
    }
    void aLastingFailureIsRecorded()
    {
        QFETCH(ExtractFailure::Kind, kind);
        using Kind = ExtractFailure::Kind;
        QCOMPARE(isLasting(kind), kind != Kind::NotStarted && kind != Kind::NotAsked);
        if (!isLasting(kind))
            return;
        const std::string text =
            document(m_reader, m_facts, {.kind = kind, .detail = QStringLiteral("it's\n\"so\"")});
        const Reading reading = readingOf(text, headOf(m_reader));
        QCOMPARE(reading.kind, Reading::Kind::Failed);
        QCOMPARE(reading.failure, kind);
        QCOMPARE(reading.detail, QStringLiteral("it's\n\"so\""));
    }

    void metadataCannotImitateTheOtherMembers()
    {
        const std::string text = document(
            m_facts, extraction(R"({"problem":"p","failure":{"kind":"crashed"},"x":{"problem":"p"}})"));
        QCOMPARE(readingOf(text, headOf({})).kind, Reading::Kind::Understood);
    }
};

MANOMETER_TEST(None, TestDocument)
#include "tst_document.moc"
