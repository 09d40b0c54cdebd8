// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time in front of the lines that the programs log.
#include "app/Machine.h"
#include "support/TestMain.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

using namespace manometer::test;

class TestLogTime : public QObject
{
    Q_OBJECT

    // The lines of a run that enters HIGH.
    static QStringList linesOf(const QString &program, const QStringList &wrapper)
    {
        const Machine machine(program);
        if (!machine.proc.setUsed(85))
            return {};
        const Run run = machine.runUntil({"NORMAL -> HIGH"}, wrapper, {});
        return run.exitCode == 0 ? run.errors.split(u'\n', Qt::SkipEmptyParts) : QStringList();
    }
    static QStringList inTimeZone(const QString &zone)
    {
        return {QStringLiteral("env"), QStringLiteral("TZ=") + zone};
    }

private slots:
    void everyLineBeginsWithTheLocalTimeAndItsOffset_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("manometer") << QStringLiteral(MANOMETER);
        QTest::newRow("manometerd") << QStringLiteral(MANOMETERD);
    }
    void everyLineBeginsWithTheLocalTimeAndItsOffset()
    {
        QFETCH(const QString, program);
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
        const QStringList lines = linesOf(program, inTimeZone(QStringLiteral("Asia/Kolkata")));
        const QDateTime after = QDateTime::currentDateTimeUtc();
        QVERIFY(!lines.isEmpty());
        for (const QString &line : lines) {
            const QString time = line.section(u' ', 0, 0);
            QVERIFY2(time.endsWith(QStringLiteral("+05:30")), qPrintable(line));
            const QDateTime logged = QDateTime::fromString(time, Qt::ISODateWithMs);
            QVERIFY2(logged >= before && logged <= after, qPrintable(line));
        }
        QVERIFY(
            lines.filter(QRegularExpression(QStringLiteral(R"(^\S+ manometer\.pressure: NORMAL -> HIGH)")))
                .size() == 1);
    }

    void theJournalAddsTheTimeItself()
    {
        const QStringList asService{
            QStringLiteral("sh"), QStringLiteral("-c"),
            QStringLiteral("export JOURNAL_STREAM=$(stat -L -c %d:%i /proc/self/fd/2); "
                           "exec \"$0\" \"$@\"")};
        const QStringList lines = linesOf(QStringLiteral(MANOMETERD), asService);
        QVERIFY(!lines.isEmpty());
        QVERIFY2(!lines.filter(QRegularExpression(QStringLiteral("^manometer.pressure: NORMAL"))).isEmpty(),
                 qPrintable(lines.join(u'\n')));
        // Of another stream: a program that a service starts with stderr elsewhere.
        const QStringList elsewhere = linesOf(QStringLiteral(MANOMETERD),
                                              {QStringLiteral("env"), QStringLiteral("JOURNAL_STREAM=1:2")});
        QVERIFY(!elsewhere.isEmpty() && elsewhere.constFirst().startsWith(QStringLiteral("20")));
    }

    void aPatternOfTheOperatorStays()
    {
        const QStringList lines =
            linesOf(QStringLiteral(MANOMETERD),
                    {QStringLiteral("env"), QStringLiteral("QT_MESSAGE_PATTERN=[%{category}] %{message}")});
        QVERIFY2(
            !lines.filter(QRegularExpression(QStringLiteral(R"(^\[manometer\.pressure\] NORMAL)"))).isEmpty(),
            qPrintable(lines.join(u'\n')));
    }
};

MANOMETER_TEST(Core, TestLogTime)
#include "tst_log_time.moc"
