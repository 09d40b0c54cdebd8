// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which commands are answered from the cache. The Python tests beside this compare answers with the real
// exiftool's.
#include "exiftool/Arguments.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer::exiftool;

using Nature = Command::Nature;
using AccessTime = Command::AccessTime;
using Strings = std::vector<std::string>;

class TestArguments : public QObject
{
    Q_OBJECT

    static Strings words(const QByteArray &text)
    {
        Strings result;
        for (const QByteArray &word : text.split(' '))
            result.push_back(word.toStdString());
        return result;
    }

private slots:
    void whatClientsSendIsRead_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("PyExifTool") << QByteArray("-j /a.jpg -echo4 =${status}=post1 -G -n");
        QTest::newRow("exiftool-vendored")
            << QByteArray("-json -fast -api struct=1 -use MWG -api keepUTCTime -*Duration*# -GPSAltitude# "
                          "-Orientation# -all /a.jpg -ignoreMinorErrors");
        QTest::newRow("PhotoPrism") << QByteArray("-n -m -api LargeFileSupport -j /a.jpg");
        QTest::newRow("Memories") << QByteArray(
            "/a.jpg -api QuickTimeUTC=1 -api LargeFileSupport=1 -n -json");
        QTest::newRow("digiKam") << QByteArray(
            "-json -G:0:1:2:4:6 -n -l /a.jpg -echo1 {await1} -echo2 {await1} "
            "-charset filename=UTF8 -charset iptc=UTF8");
        QTest::newRow("osxphotos") << QByteArray("-api largefilesupport=1 -json /a.jpg -n -P -G -E");
        QTest::newRow("a thumbnail") << QByteArray("-json -b -ThumbnailImage /a.jpg");
        QTest::newRow("text") << QByteArray("/a.jpg");
        QTest::newRow("excluded tags") << QByteArray("-X -x Comment --ThumbnailImage /a.jpg");
    }
    void whatClientsSendIsRead()
    {
        QFETCH(QByteArray, command);
        const Command understood = understand(words(command));
        QVERIFY(understood.nature == Nature::Read);
        QCOMPARE(understood.files, Strings{"/a.jpg"});
    }

    void aCommandThatDoesMoreIsPassed_data()
    {
        QTest::addColumn<QByteArray>("command");
        for (const char *command : {"-Comment=x /a.jpg",
                                    "-Comment<FileName /a.jpg",
                                    "-w out /a.jpg",
                                    "-r /a",
                                    "-csv /a.jpg",
                                    "-if 1 /a.jpg",
                                    "-p $Comment /a.jpg",
                                    "-list",
                                    "-listx",
                                    "-tagsFromFile /b /a.jpg",
                                    "-v /a.jpg",
                                    "-Now /a.jpg",
                                    "-FileUserID /a.jpg",
                                    "-File:FilePath /a.jpg",
                                    "-FileBlockCount /a.jpg",
                                    "-charset",
                                    "-lang",
                                    "-z /a.jpg",
                                    "-htmlFormat /a.jpg",
                                    "-MacOS:all /a.jpg",
                                    "-ver /a.jpg",
                                    "-ver -Comment",
                                    "-x all /a.jpg",
                                    "cat|"})
            QTest::newRow(command) << QByteArray(command);
    }
    void aCommandThatDoesMoreIsPassed()
    {
        QFETCH(QByteArray, command);
        QVERIFY(understand(words(command)).nature == Nature::Passed);
    }

    void whatMayChangeLaterAnswersIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("command");
        for (const char *command : {"-api TimeZone=UTC /a.jpg",
                                    "-use Other /a.jpg",
                                    "-require 99",
                                    "-@ args",
                                    "-stay_open 1",
                                    "-- /a.jpg",
                                    "-k /a.jpg",
                                    "-list_dir /a",
                                    "-Z1 -y",
                                    "-config x",
                                    "-api",
                                    "-d",
                                    "-c 0 /a.jpg",
                                    "-lang xx /a.jpg",
                                    "-charset nosuch /a.jpg",
                                    "-if $mwg:Keywords /a.jpg",
                                    "-Comment<=- /a.jpg",
                                    "-csv=- /a.jpg",
                                    "-efile e /a.jpg",
                                    "-api Filter=die /a.jpg",
                                    "-api RequestAll=1 /a.jpg",
                                    "-api RequestTags=Now /a.jpg",
                                    "\xe2\x88\x92j /a.jpg",
                                    "-listItem x /a.jpg",
                                    "-echo5 x",
                                    "-EXIF:MWG:all /a.jpg",
                                    "-",
                                    "-progress:x /a.jpg",
                                    "-wm x /a.jpg"})
            QTest::newRow(command) << QByteArray(command);
    }
    void whatMayChangeLaterAnswersIsUnknown()
    {
        QFETCH(QByteArray, command);
        QVERIFY(understand(words(command)).nature == Nature::Unknown);
    }

    void theVersionIsACommandOfItsOwn()
    {
        QVERIFY(understand({"-ver"}).nature == Nature::Version);
        QVERIFY(understand({"-G", "-n", "-VER"}).nature == Nature::Version);
    }

    void theCaseOfALetterMayMakeAnotherOption()
    {
        QVERIFY(understand({"-S", "/a"}).nature == Nature::Read);
        QVERIFY(understand({"-D", "/a"}).nature == Nature::Read);
        QCOMPARE(understand({"-d", "%Y", "/a"}).files, Strings{"/a"});
        QVERIFY(understand({"-p", "x", "/a"}).nature == Nature::Passed);
        QVERIFY(understand({"-P", "/a"}).nature == Nature::Read);
        QVERIFY(understand({"-h", "/a"}).nature == Nature::Passed);
        QVERIFY(understand({"-H", "/a"}).nature == Nature::Read);
    }

    void echoesAreTakenOut()
    {
        const Command command =
            understand({"-echo", "a", "/f", "-echo3", "b", "-echo4", "${status}", "-echo2", "c"});
        QCOMPARE(command.arguments, Strings{"/f"});
        QCOMPARE(command.echoes.size(), std::size_t(4));
        QCOMPARE(command.echoes[0].stream, 1);
        QVERIFY(!command.echoes[0].isAtEnd);
        QCOMPARE(command.echoes[1].stream, 1);
        QVERIFY(command.echoes[1].isAtEnd);
        QCOMPARE(command.echoes[2].stream, 2);
        QVERIFY(command.echoes[2].isAtEnd);
        QCOMPARE(command.echoes[3].stream, 2);
    }

    void theOptionsAreAllButTheFile()
    {
        const Command command = understand({"-j", "/f", "-api", "Struct=1", "-Comment"});
        QCOMPARE(command.options, (Strings{"-j", "-api", "Struct=1", "-Comment"}));
        QCOMPARE(command.arguments, (Strings{"-j", "/f", "-api", "Struct=1", "-Comment"}));
        QVERIFY(command.hasTags);
    }

    void theAccessTimeMayBeWithoutItsName_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *command, AccessTime expected) {
            QTest::newRow(command) << QByteArray(command) << static_cast<int>(expected);
        };
        row("-j /a", AccessTime::Labelled);
        row("/a", AccessTime::Labelled);
        row("-s /a", AccessTime::Labelled);
        row("-j -b /a", AccessTime::Labelled);
        row("-j -s3 /a", AccessTime::Labelled);
        row("-s3 /a", AccessTime::Anywhere);
        row("-S -s /a", AccessTime::Anywhere);
        row("-s3 -Comment /a", AccessTime::Absent);
        row("-s3 -FileAccessDate /a", AccessTime::Anywhere);
        row("-s3 -System:all /a", AccessTime::Anywhere);
        row("-b -File*Date /a", AccessTime::Anywhere);
        row("-b -Comment /a", AccessTime::Absent);
        row("-T -FileSize /a", AccessTime::Absent);
        row("-T /a", AccessTime::Anywhere);
        row("-lang de /a", AccessTime::Anywhere);
        row("-j -d %Y /a", AccessTime::Anywhere);
        row("-j -d %Y -Comment /a", AccessTime::Absent);
    }
    void theAccessTimeMayBeWithoutItsName()
    {
        QFETCH(QByteArray, command);
        QFETCH(int, expected);
        QCOMPARE(static_cast<int>(understand(words(command)).accessTime), expected);
    }

    void quietIsAlsoWhatATableIs()
    {
        QVERIFY(understand({"-q", "/a"}).isQuiet);
        QVERIFY(understand({"-T", "/a"}).isQuiet);
        QVERIFY(!understand({"-t", "/a"}).isQuiet);
    }

    void theMwgModuleIsNoticed()
    {
        QVERIFY(understand({"-use", "mwg", "/a"}).loadsMwg);
        QVERIFY(understand({"-MWG:Keywords", "/a"}).loadsMwg);
        QVERIFY(!understand({"-Keywords", "/a"}).loadsMwg);
    }

    void executeMayHaveANumber()
    {
        QVERIFY(executeOf("-execute").isExecute);
        QCOMPARE(executeOf("-EXECUTE007").number, std::string("007"));
        QVERIFY(!executeOf("-execute1x").isExecute);
        QVERIFY(!executeOf("-exec").isExecute);
    }
};

MANOMETER_TEST(None, TestArguments)
#include "tst_arguments.moc"
