// SPDX-License-Identifier: GPL-3.0-or-later
//
// The answer of a real exiftool for a file does not depend on earlier files. The files are chosen so that it
// would without precautions: an ID3v2.3 tag with a frame of ID3v2.4 changes exiftool's table of 2.4, and an
// unknown tag keeps the type that it had in the first file.
#include "extract/ExifToolExtractor.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QFile>
#include <QHash>
#include <QStandardPaths>
#include <QTest>

#include <random>

using namespace manometer;
using namespace manometer::extract;

namespace {

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    for (int byte = 0; byte < 4; ++byte)
        bytes[byte] = static_cast<char>(number >> (24 - 8 * byte));
    return bytes;
}

// ID3v2.3.0 and ID3v2.4.0, sections 3.1 and 3.3; version 2 has shorter frames (id3v2-00).
QByteArray tag(char version, const QList<std::pair<QByteArray, QByteArray>> &frames)
{
    QByteArray body;
    for (const auto &[id, text] : frames) {
        const QByteArray size = bigEndian(static_cast<quint32>(text.size() + 1));
        body += version == 2 ? id + size.right(3) : id + size + QByteArray(2, '\0');
        body += '\0' + text;
    }
    QByteArray size(4, '\0');
    for (int byte = 0; byte < 4; ++byte)
        size[byte] = static_cast<char>((body.size() >> (21 - 7 * byte)) & 0x7f);
    return "ID3" + QByteArray(1, version) + QByteArray(2, '\0') + size + body;
}

const QByteArray audio = (QByteArray("\xff\xfb\x90\x64", 4) + QByteArray(413, '\0')).repeated(3);

// An AIFF file with its tag in a chunk, so that the tag cannot be detected from the first bytes.
QByteArray aiff(const QByteArray &tag)
{
    const QByteArray even = tag + QByteArray(tag.size() % 2, '\0');
    const QByteArray chunk = "ID3 " + bigEndian(static_cast<quint32>(tag.size())) + even;
    return "FORM" + bigEndian(static_cast<quint32>(4 + chunk.size())) + "AIFF" + chunk;
}

// A property of a namespace that exiftool does not know.
QByteArray xmp(const QByteArray &property)
{
    return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
           "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
           "<rdf:Description rdf:about='' xmlns:abc='http://abc.example/1/' "
           "xmlns:dc='http://purl.org/dc/elements/1.1/'>" +
           property + "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    // CRC-32 (PNG, second edition, annex D).
    quint32 crc = 0xffffffff;
    for (const char byte : type + data) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
    return bigEndian(static_cast<quint32>(data.size())) + type + data + bigEndian(~crc);
}

QByteArray png(const QByteArray &textChunk)
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) +
           pngChunk("IHDR", bigEndian(1) + bigEndian(1) + QByteArray("\x08\x00\x00\x00\x00", 5)) + textChunk +
           pngChunk("IEND", {});
}

QByteArray earlierWithLaterFrame()
{
    return tag(3, {{"TIT2", "First"}, {"TDRC", "2001"}});
}
QByteArray later()
{
    return tag(4, {{"TIT2", "Second"}, {"TDRC", "2002"}});
}
QByteArray laterWithEarlierFrame()
{
    return tag(4, {{"TIT2", "Third"}, {"TYER", "2003"}});
}
QByteArray earlier()
{
    return tag(3, {{"TIT2", "Fourth"}, {"TYER", "2004"}});
}

} // namespace

class TestReaderState : public QObject
{
    Q_OBJECT

    test::Folder m_folder;

    QByteArray make(const QByteArray &name, const QByteArray &contents)
    {
        const QByteArray path = QFile::encodeName(m_folder.path()) + '/' + name;
        return test::writeFile(path, contents) ? path : QByteArray();
    }

    // The answers, in the order of `files`.
    static QList<QByteArray> read(const QList<QByteArray> &files, int children)
    {
        ExifToolExtractor extractor({.children = children});
        QHash<quint64, QByteArray> answers;
        connect(&extractor, &Extractor::extracted, &extractor,
                [&answers](quint64 ticket, const Extraction &extraction) {
                    answers.insert(ticket, extraction.metadata);
                });
        for (qsizetype file = 0; file < files.size(); ++file)
            extractor.extract(static_cast<quint64>(file) + 1, files[file]);
        [&answers, &files] { COMPARE_EVENTUALLY(answers.size(), files.size()); }();
        QList<QByteArray> result;
        for (qsizetype file = 0; file < files.size(); ++file)
            result.append(answers.value(static_cast<quint64>(file) + 1));
        return result;
    }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("exiftool")).isEmpty())
            QSKIP("exiftool is not installed");
    }

    void oneFileDoesNotChangeTheAnswerForTheNext_data()
    {
        QTest::addColumn<QList<QByteArray>>("contents");
        QTest::addColumn<QByteArray>("suffix");
        QTest::newRow("a tag with a later version's frame, then that version")
            << QList<QByteArray>{earlierWithLaterFrame() + audio, later() + audio} << QByteArray(".mp3");
        QTest::newRow("a tag with an earlier version's frame, then that version")
            << QList<QByteArray>{laterWithEarlierFrame() + audio, earlier() + audio} << QByteArray(".mp3");
        QTest::newRow("the later version first, then a frame of it in an earlier tag")
            << QList<QByteArray>{later() + audio, earlierWithLaterFrame() + audio} << QByteArray(".mp3");
        QTest::newRow("tags that are not at the start of the file")
            << QList<QByteArray>{aiff(earlierWithLaterFrame()), aiff(later()), aiff(earlierWithLaterFrame())}
            << QByteArray(".aiff");
        QTest::newRow("an unknown property as a text, then as a structure")
            << QList<QByteArray>{xmp("<abc:St>plain</abc:St>"),
                                 xmp("<abc:St rdf:parseType='Resource'><abc:P>1</abc:P></abc:St>")}
            << QByteArray(".xmp");
        QTest::newRow("an unknown property as a language alternative, then as a list")
            << QList<
                   QByteArray>{xmp("<abc:Sub><rdf:Alt><rdf:li xml:lang='de'>De</rdf:li></rdf:Alt></abc:Sub>"),
                               xmp("<abc:Sub><rdf:Bag><rdf:li>one</rdf:li><rdf:li>two</rdf:li></rdf:Bag></"
                                   "abc:Sub>")}
            << QByteArray(".xmp");
        QTest::newRow("an unknown property of a known namespace as a text, then as a date")
            << QList<QByteArray>{xmp("<dc:foo>plain</dc:foo>"), xmp("<dc:foo>2020-01-01T00:00:00Z</dc:foo>")}
            << QByteArray(".xmp");
        QTest::newRow("a PNG keyword without a language, then with one")
            << QList<QByteArray>{png(pngChunk("tEXt", QByteArray("my key\0plain", 12))),
                                 png(pngChunk("iTXt", QByteArray("my key\0\0\0en\0\0text", 16)))}
            << QByteArray(".png");
        QTest::newRow("a PNG keyword with a language, then without one")
            << QList<QByteArray>{png(pngChunk("iTXt", QByteArray("my key\0\0\0en\0\0text", 16))),
                                 png(pngChunk("tEXt", QByteArray("my key\0plain", 12)))}
            << QByteArray(".png");
        QTest::newRow("a tag at the start of the file, then one elsewhere")
            << QList<QByteArray>{earlierWithLaterFrame() + audio, aiff(later())} << QByteArray();
    }
    void oneFileDoesNotChangeTheAnswerForTheNext()
    {
        QFETCH(QList<QByteArray>, contents);
        QFETCH(QByteArray, suffix);
        QList<QByteArray> files;
        QList<QByteArray> alone;
        for (const QByteArray &content : contents) {
            files.append(make("file-" + QByteArray::number(files.size()) + suffix, content));
            alone.append(read({files.last()}, 1));
        }
        const QByteArray group = suffix == ".xmp" ? "XMP-" : suffix == ".png" ? "PNG" : "ID3v2_";
        for (const QByteArray &answer : alone)
            QVERIFY2(answer.contains(group), answer.constData());
        QCOMPARE(read(files, 1), alone);
        QCOMPARE(read(files, 2), alone);
    }

    void everyOrderGivesTheSameAnswers()
    {
        const QList<QByteArray> kinds = {earlierWithLaterFrame() + audio,
                                         later() + audio,
                                         laterWithEarlierFrame() + audio,
                                         earlier() + audio,
                                         tag(2, {{"TT2", "Fifth"}, {"TYE", "2005"}}) + audio,
                                         aiff(later()),
                                         aiff(earlierWithLaterFrame())};
        QList<QByteArray> files;
        QHash<QByteArray, QByteArray> alone;
        for (const QByteArray &kind : kinds) {
            files.append(make("any-" + QByteArray::number(files.size()), kind));
            alone.insert(files.last(), read({files.last()}, 1).first());
        }
        files = files + files + files;
        const unsigned seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        std::shuffle(files.begin(), files.end(), random);
        const QList<QByteArray> answers = read(files, 2);
        for (qsizetype file = 0; file < files.size(); ++file)
            QCOMPARE(answers[file], alone[files[file]]);
    }

    void theSameFileHasTheSameAnswerInEachProcess()
    {
        // exiftool prints the tags of track points in the order of a hash.
        const QByteArray file =
            make("track.gpx",
                 "<?xml version=\"1.0\"?><gpx version=\"1.1\" creator=\"x\" "
                 "xmlns=\"http://www.topografix.com/GPX/1/1\">"
                 "<trk><name>n</name><trkseg>"
                 "<trkpt lat=\"1.5\" lon=\"2.5\"><ele>3</ele><time>2020-01-01T00:00:00Z</time></trkpt>"
                 "<trkpt lat=\"1.6\" lon=\"2.6\"><ele>4</ele><time>2020-01-01T00:01:00Z</time></trkpt>"
                 "</trkseg></trk></gpx>");
        const QByteArray first = read({file}, 1).first();
        QVERIFY2(first.contains("Trkpt"), first.constData());
        for (int process = 0; process < 6; ++process)
            QCOMPARE(read({file}, 1).first(), first);
    }
};

MANOMETER_TEST(Core, TestReaderState)
#include "tst_reader_state.moc"
