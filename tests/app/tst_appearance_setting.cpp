// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AppearanceSetting.h"
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
using app::AppearanceSetting;
using views::Appearance;

class TestAppearanceSetting : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString file() const { return m_folder->filePath(QStringLiteral("config/appearance")); }
    Appearance saved() const { return AppearanceSetting(file()).appearance(); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itIsTheSystemsWithoutAFile() { QCOMPARE(saved(), Appearance::System); }

    void everyChoiceIsInEffectAtOnceAndAfterARestart()
    {
        for (const Appearance chosen :
             {Appearance::Light, Appearance::Dark, Appearance::HighContrast, Appearance::System}) {
            {
                AppearanceSetting setting(file());
                QSignalSpy changed(&setting, &views::AppearanceView::changed);
                setting.setAppearance(chosen);
                QCOMPARE(setting.appearance(), chosen);
                QCOMPARE(changed.size(), 1);
            }
            QCOMPARE(saved(), chosen);
        }
    }

    void theCommandLineOverridesTheFileAndIsNotSaved()
    {
        AppearanceSetting(file()).setAppearance(Appearance::Light);
        QCOMPARE(AppearanceSetting(file(), Appearance::Dark).appearance(), Appearance::Dark);
        QCOMPARE(saved(), Appearance::Light);
        // Chosen in the window, it is.
        AppearanceSetting(file(), Appearance::Dark).setAppearance(Appearance::Dark);
        QCOMPARE(saved(), Appearance::Dark);
    }

    void aChangeThatCannotBeSavedIsReported()
    {
        QVERIFY(test::writeFile(QFile::encodeName(m_folder->filePath(QStringLiteral("config"))),
                                "a file in place of the folder"));
        AppearanceSetting setting(file());
        QSignalSpy failed(&setting, &views::AppearanceView::saveFailed);
        setting.setAppearance(Appearance::Dark);
        COMPARE_EVENTUALLY(failed.size(), 1);
        QCOMPARE(failed.constFirst().at(0).toString(), file());
        QCOMPARE(setting.appearance(), Appearance::Dark); // until the end
    }

    void aDamagedFileIsAsNoFile_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("another word") << QByteArray("purple\n");
        QTest::newRow("empty") << QByteArray("\n");
        QTest::newRow("long") << QByteArray(100'000, 'x');
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00\n", 4);
    }
    void aDamagedFileIsAsNoFile()
    {
        QFETCH(const QByteArray, contents);
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("config")));
        QVERIFY(test::writeFile(QFile::encodeName(file()), contents));
        QCOMPARE(saved(), Appearance::System);
        AppearanceSetting(file()).setAppearance(Appearance::Dark);
        QCOMPARE(saved(), Appearance::Dark);
    }
};

MANOMETER_TEST(Core, TestAppearanceSetting)
#include "tst_appearance_setting.moc"
