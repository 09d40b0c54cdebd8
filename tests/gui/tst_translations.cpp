// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every translation is complete: no text missing, the place markers of the source, all plural forms, and the
// terms of the glossary.
#include "gui/text/Translation.h"
#include "support/TestMain.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace manometer::gui;
using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList forms; // one if it has no plurals
    bool isPlural = false;
    bool isFinished = true;

    QString key() const { return context + u" / "_s + source + u" / "_s + comment; }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context,
                    .source = {},
                    .comment = {},
                    .forms = {},
                    .isPlural = xml.attributes().value(u"numerus"_s) == u"yes"};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            message.comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.isFinished = !xml.attributes().hasAttribute(u"type"_s);
            if (!message.isPlural)
                message.forms += xml.readElementText(QXmlStreamReader::IncludeChildElements);
            else
                while (xml.readNextStartElement())
                    message.forms += xml.readElementText(QXmlStreamReader::IncludeChildElements);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readMessages(const QString &path)
{
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            messages += readMessage(xml, context);
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QString fileOf(const QString &language)
{
    return QStringLiteral(TRANSLATIONS "/manometer_") + language + u".ts"_s;
}

// The source texts are English; the English file has only the plurals.
QStringList translated()
{
    QStringList codes = languages();
    codes.removeAll(u"en"_s);
    return codes;
}

void eachTranslation()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : translated())
        QTest::newRow(qPrintable(language)) << language;
}

QStringList placeMarkers(const QString &text)
{
    QStringList found;
    static const QRegularExpression marker(u"%(?:L?[1-9]|L?n)"_s);
    for (auto each = marker.globalMatch(text); each.hasNext();)
        found += each.next().captured();
    found.sort();
    return found;
}

int mnemonics(QString text)
{
    static const QRegularExpression mark(u"&\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
    text.remove(u"&&"_s);
    return static_cast<int>(text.count(mark));
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private slots:
    void noTextIsUntranslated_data() { eachTranslation(); }
    void noTextIsUntranslated()
    {
        QFETCH(QString, language);
        const QList<Message> messages = readMessages(fileOf(language));
        QVERIFY(messages.size() > 800);
        for (const Message &message : messages) {
            QVERIFY2(message.isFinished, qPrintable(message.key()));
            for (const QString &form : message.forms)
                QVERIFY2(!form.trimmed().isEmpty() || message.source.trimmed().isEmpty(),
                         qPrintable(message.key()));
        }
    }

    // The file has exactly the texts that lupdate finds in the source.
    void theFileHasExactlyTheTextsOfTheSource_data() { eachTranslation(); }
    void theFileHasExactlyTheTextsOfTheSource()
    {
        QFETCH(QString, language);
        QTemporaryDir folder;
        const QString fresh = folder.filePath(u"fresh_"_s + language + u".ts"_s);
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE),
                      QStringLiteral(TEXT_SOURCES).split(u'|') +
                          QStringList{u"-target-language"_s, language, u"-ts"_s, fresh});
        QVERIFY(lupdate.waitForFinished(50'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const auto keys = [](const QString &file) {
            QStringList all;
            for (const Message &message : readMessages(file))
                all += message.key();
            all.sort();
            return all;
        };
        const QStringList wanted = keys(fresh);
        const QStringList there = keys(fileOf(language));
        QVERIFY(wanted.size() > 800);
        const auto without = [](QStringList list, const QStringList &others) {
            list.removeIf([&others](const QString &each) { return others.contains(each); });
            return list;
        };
        QCOMPARE(without(wanted, there), QStringList());
        QCOMPARE(without(there, wanted), QStringList());
    }

    void placeMarkersAreThoseOfTheSource_data() { eachTranslation(); }
    void placeMarkersAreThoseOfTheSource()
    {
        QFETCH(QString, language);
        for (const Message &message : readMessages(fileOf(language)))
            for (const QString &form : message.forms) {
                QStringList wanted = placeMarkers(message.source);
                QStringList found = placeMarkers(form);
                // 'no entry', 'one entry', 'both': a form for one number need not write it.
                if (message.isPlural && !found.contains(u"%Ln"_s))
                    wanted.removeAll(u"%Ln"_s);
                QVERIFY2(found == wanted, qPrintable(message.key() + u": "_s + form));
            }
    }

    void everyFormOfAPluralIsThere_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("forms");
        // Qt's plural forms: one, other; zero, one, two, few (3-10), many (11-99), other.
        QTest::newRow("en") << u"en"_s << 2;
        QTest::newRow("de") << u"de"_s << 2;
        QTest::newRow("ar") << u"ar"_s << 6;
    }
    void everyFormOfAPluralIsThere()
    {
        QFETCH(QString, language);
        QFETCH(int, forms);
        int plurals = 0;
        for (const Message &message : readMessages(fileOf(language))) {
            if (!message.isPlural)
                continue;
            ++plurals;
            QVERIFY2(message.forms.size() == forms, qPrintable(message.key()));
            // The last form covers many numbers, so it must contain the number.
            QVERIFY2(message.forms.constLast().contains(u"%Ln"_s), qPrintable(message.key()));
        }
        QVERIFY(plurals > 10);
    }

    void spacesAndMnemonicsAreThoseOfTheSource_data() { eachTranslation(); }
    void spacesAndMnemonicsAreThoseOfTheSource()
    {
        QFETCH(QString, language);
        for (const Message &message : readMessages(fileOf(language)))
            for (const QString &form : message.forms) {
                const QString what = message.key() + u": "_s + form;
                QVERIFY2(mnemonics(form) == mnemonics(message.source), qPrintable(what));
                QVERIFY2(form.startsWith(u' ') == message.source.startsWith(u' '), qPrintable(what));
                QVERIFY2(form.endsWith(u' ') == message.source.endsWith(u' '), qPrintable(what));
                QVERIFY2(form.endsWith(u'…') == message.source.endsWith(u'…'), qPrintable(what));
            }
    }

    // The terms are those of translations/README.md; the last column has rejected alternatives.
    void theTextsUseTheGlossary_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("source");  // pattern of the source text
        QTest::addColumn<QString>("term");    // must occur in the translation
        QTest::addColumn<QString>("givenUp"); // must not occur
        const auto row = [](const char *language, const char *source, const char *term, const char *givenUp) {
            QTest::addRow("%s: %s", language, source)
                << QString::fromLatin1(language) << QString::fromUtf8(source) << QString::fromUtf8(term)
                << QString::fromUtf8(givenUp);
        };
        row("de", "[Hh]it ratio", "Trefferquote", "Trefferrate");
        row("de", "threshold", "Schwelle", "Grenzwert");
        row("de", "memory pressure", "Speicherdruck", "Speicherlast");
        row("de", "preset", "Vorgabe", "Voreinstellung");
        row("de", "[Ee]viction", "verdräng", "Räumung");
        row("de", "evicted", "verdräng", "geleert");
        row("de", "scan", "les", "Durchlauf");
        row("de", "disk", "", "Platte");
        row("de", "CRITICAL", "KRITISCH", "CRITICAL");
        row("ar", "[Hh]it ratio", "نسبة الإصاب", "");
        row("ar", "threshold", "عتب", "حد أدنى");
        row("ar", "memory pressure", "ضغط الذاكرة", "");
        row("ar", "evicted", "خل", "طرد");
        row("ar", "CRITICAL", "حرج", "CRITICAL");
        row("ar", "HIGH", "شديد", "عالٍ");
        row("ar", "ELEVATED", "مرتفع", "ELEVATED");
        row("ar", "NORMAL", "طبيعي", "NORMAL");
    }
    void theTextsUseTheGlossary()
    {
        QFETCH(QString, language);
        QFETCH(QString, source);
        QFETCH(QString, term);
        QFETCH(QString, givenUp);
        int spokenOf = 0;
        for (const Message &message : readMessages(fileOf(language))) {
            const QString what = message.key() + u": "_s + message.forms.constFirst();
            QVERIFY2(givenUp.isEmpty() || !message.forms.constFirst().contains(givenUp), qPrintable(what));
            // As a whole word: 'scan', not 'scanned'.
            const QRegularExpression word(u"\\b"_s + source + u"s?\\b"_s);
            if (!QString(message.source).remove(u'&').contains(word))
                continue;
            ++spokenOf;
            QVERIFY2(QString(message.forms.constFirst()).remove(u'&').contains(term, Qt::CaseInsensitive),
                     qPrintable(what));
        }
        QVERIFY(spokenOf > 0);
    }
};

MANOMETER_TEST(Gui, TestTranslations)
#include "tst_translations.moc"
