// SPDX-License-Identifier: GPL-3.0-or-later
//
// manometerctl makes the same configuration of the settings as the program does.
#include "ctl/SettingsRead.h"
#include "support/TestMain.h"
#include "support/UnusualSettings.h"
#include "views/SettingsRules.h"
#include "wire/SettingsJson.h"

#include <QJsonDocument>
#include <QTest>

using namespace manometer;

class TestControlConfig : public QObject
{
    Q_OBJECT
private slots:
    void theToolReadsEveryValue()
    {
        for (const views::Settings &settings : {views::Settings(), test::unusualSettings()}) {
            const QByteArray text = QJsonDocument(wire::toJson(settings)).toJson();
            const auto config = ctl::controlConfigOf(*json::Value::parse(text.toStdString()));
            QVERIFY2(config, config ? "" : config.error().c_str());
            QCOMPARE(*config, views::controlConfigOf(settings));
        }
    }
};

MANOMETER_TEST(Core, TestControlConfig)
#include "tst_control_config.moc"
