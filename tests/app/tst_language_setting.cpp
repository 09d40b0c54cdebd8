// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LanguageSetting.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace manometer;
using app::LanguageSetting;

class TestLanguageSetting : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    LanguageSetting setting() const { return {path("config/language"), path("settings.json")}; }
    void choose(const QString &code) const { setting().setLanguage(code); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itIsTheSystemsWithoutAFile() { QCOMPARE(setting().language(), QString()); }

    void aChangeIsInEffectAtOnceAndAfterARestart()
    {
        {
            LanguageSetting before = setting();
            before.setLanguage(QStringLiteral("de"));
            QCOMPARE(before.language(), QStringLiteral("de"));
        }
        QCOMPARE(setting().language(), QStringLiteral("de"));
        choose({});
        QCOMPARE(setting().language(), QString());
    }

    void theLastOfManyChangesIsKept()
    {
        {
            LanguageSetting changing = setting();
            for (int i = 0; i < 50; ++i)
                changing.setLanguage(i % 2 == 0 ? QStringLiteral("ar") : QStringLiteral("de"));
        }
        QCOMPARE(setting().language(), QStringLiteral("de"));
    }

    void aChoiceOfAnEarlierVersionIsFoundInTheSettingsFile()
    {
        QVERIFY(test::writeFile(path("settings.json").toUtf8(), R"({"version":1,"language":"ar"})"));
        QCOMPARE(setting().language(), QStringLiteral("ar"));
        // The language's own file takes precedence, even if it chooses the system's.
        choose({});
        QCOMPARE(setting().language(), QString());
    }

    void aChangeThatCannotBeSavedIsReported()
    {
        QVERIFY(test::writeFile(path("config").toUtf8(), "a file in place of the folder"));
        LanguageSetting chosen = setting();
        QSignalSpy failed(&chosen, &views::LanguageView::saveFailed);
        chosen.setLanguage(QStringLiteral("de"));
        COMPARE_EVENTUALLY(failed.size(), 1);
        QCOMPARE(failed.constFirst().at(0).toString(), path("config/language"));
        QVERIFY(!failed.constFirst().at(1).toString().isEmpty());
        QCOMPARE(chosen.language(), QStringLiteral("de")); // until the end
    }

    void aDamagedFileDoesNoHarm_data()
    {
        QTest::addColumn<QByteArray>("own");
        QTest::addColumn<QByteArray>("former");
        QTest::newRow("not a language") << QByteArray(100'000, 'x') << QByteArray();
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\n", 4) << QByteArray();
        QTest::newRow("settings that are not JSON") << QByteArray() << QByteArray("hello");
        QTest::newRow("a number in the settings") << QByteArray() << QByteArray(R"({"language":7})");
    }
    void aDamagedFileDoesNoHarm()
    {
        QFETCH(const QByteArray, own);
        QFETCH(const QByteArray, former);
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("config")));
        if (!own.isEmpty())
            QVERIFY(test::writeFile(path("config/language").toUtf8(), own));
        if (!former.isEmpty())
            QVERIFY(test::writeFile(path("settings.json").toUtf8(), former));
        QVERIFY(setting().language().size() <= 20);
        choose(QStringLiteral("de"));
        QCOMPARE(setting().language(), QStringLiteral("de"));
    }
};

MANOMETER_TEST(Core, TestLanguageSetting)
#include "tst_language_setting.moc"
