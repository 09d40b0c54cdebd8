// SPDX-License-Identifier: GPL-3.0-or-later
//
// Untrusted texts are shown as plain text. The second half checks the sources: calls that may interpret HTML
// occur in the helper only.
#include "gui/shell/SaveDialog.h"
#include "gui/text/PlainText.h"
#include "support/TestMain.h"

#include <QDialogButtonBox>
#include <QDirIterator>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTimer>

using namespace manometer::gui;
using namespace Qt::StringLiterals;

namespace {

class Document final : public QTextDocument
{
public:
    int asked = 0;

protected:
    QVariant loadResource(int, const QUrl &) override
    {
        ++asked;
        return {};
    }
};

// What a tooltip or label with automatic text format shows.
QString shown(const QString &text, int *resources = nullptr)
{
    if (!Qt::mightBeRichText(text))
        return text;
    Document document;
    document.setHtml(text);
    document.adjustSize();
    if (resources)
        *resources = document.asked;
    return document.toPlainText().remove(u'\u200b').replace(u'\u2028', u'\n');
}

struct Source
{
    QString name; // within src
    QString text;
};

QList<Source> sources(const QStringList &folders, const QStringList &patterns)
{
    QList<Source> found;
    for (const QString &folder : folders) {
        QDirIterator files(QStringLiteral(SOURCES) + u'/' + folder, patterns, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                found += {QDir(QStringLiteral(SOURCES)).relativeFilePath(file.fileName()),
                          QString::fromUtf8(file.readAll())};
        }
    }
    return found;
}

// The places outside of `allowed` where a pattern is found.
QStringList strays(const QList<Source> &all, const QString &what, const QStringList &allowed)
{
    const QRegularExpression expression(what);
    QStringList places;
    for (const Source &source : all) {
        auto matches = expression.globalMatch(source.text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const qsizetype line = source.text.left(match.capturedStart()).count(u'\n') + 1;
            if (!allowed.contains(source.name))
                places += u"%1:%2: %3"_s.arg(source.name).arg(line).arg(match.captured());
        }
    }
    return places;
}

struct Rule
{
    const char *name;
    QString forbidden;
    QStringList allowed; // files
};

QList<Rule> rules()
{
    const QString helper = u"src/gui/text/PlainText.cpp"_s;
    const QString help = u"src/gui/help/HelpDialogs.cpp"_s; // shows only the program's own texts
    return {
        {"a tooltip, what's-this or status tip is set by text::setToolTip and its like",
         uR"((->|\.)set(ToolTip|WhatsThis|StatusTip)\((?!tr\("Manometer"\)\)))"_s,
         {helper}},
        {"a model's tooltip is made by text::toolTip",
         uR"((?<!text::toolTip\(value\), )(?<!Qt::DisplayRole, )\bQt::(ToolTip|WhatsThis|StatusTip)Role\b)"
         uR"((?![^;:?{}]*\)\s*return text::toolTip\())"_s,
         {}},
        {"Qt alone shows tips", uR"(\bQToolTip::showText|\bQWhatsThis::showText)"_s, {}},
        {"a label is made by text::plainLabel",
         uR"(\bnew QLabel\b|\bQLabel \w+[;({]|public QLabel\b)"_s,
         // Both set the format to plain.
         {helper, u"src/gui/welcome/WelcomeCards.cpp"_s, u"src/gui/look/ElidedLabel.h"_s}},
        {"a box is opened by text::showProblem",
         uR"((?<!class |include <)\b(QMessageBox|QErrorMessage|QProgressDialog)\b)"_s,
         {helper, help}},
        {"only the help is HTML",
         uR"(\bset(Html|Markdown)\b|\b(insert|append)Html\b|\b(QTextEdit|QTextBrowser|QGraphicsTextItem|QStaticText)\b)"
         uR"(|\bQt::(Rich|Auto|Markdown)Text\b)"_s,
         {help}},
        {"a notification is written by text::notification",
         uR"([tT]ray(\.get\(\))?->showMessage\((?!text::notification\(title\), text::notification\())"_s,
         {}},
    };
}

} // namespace

Q_DECLARE_METATYPE(Rule)

class TestPlainText : public QObject
{
    Q_OBJECT

private slots:
    void aToolTipShowsTheTextAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("an image of a file") << u"<img src=\"file:///dev/zero\">"_s;
        QTest::newRow("an image behind other words") << u"Artist: <img src='/tmp/fifo'> and more"_s;
        QTest::newRow("bold") << u"<b>bold</b>"_s;
        QTest::newRow("a script") << u"<script>alert(1)</script>"_s;
        QTest::newRow("a style sheet") << u"<link rel=stylesheet href=/dev/zero>"_s;
        QTest::newRow("a document") << u"<!DOCTYPE html><body background=/dev/zero>"_s;
        QTest::newRow("a document behind spaces") << u"\n  <?xml version='1.0'?><p>"_s;
        QTest::newRow("an entity") << u"&lt;b&gt; &amp; &#60;"_s;
        QTest::newRow("an attempt to close the frame") << u"</div><img src=/dev/zero>"_s;
        QTest::newRow("the second line only") << u"/data\n<img src=/dev/zero>"_s;
        QTest::newRow("less than, no tag") << u"size<1M & hits>2"_s;
        QTest::newRow("spaces and line breaks") << u"<b>  a\n   b   c\n\nd"_s;
        QTest::newRow("a long path of one word") << QString(u"/"_s + QString(400, u'x'));
        QTest::newRow("a long path of emoji") << u"<b>"_s + u"\U0001F4C1"_s.repeated(100);
        QTest::newRow("a path with an ampersand") << u"/data/R&D &amp Co"_s;
        QTest::newRow("nothing") << QString();
    }
    void aToolTipShowsTheTextAsItIs()
    {
        QFETCH(QString, text);
        int resources = 0;
        QCOMPARE(shown(text::toolTip(text), &resources), text);
        QCOMPARE(resources, 0);
    }

    void aToolTipWithoutMarkupIsUnchanged()
    {
        QCOMPARE(text::toolTip(u"Type where HIGH begins"_s), u"Type where HIGH begins"_s);
    }

    void aToolTipIsBounded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one long word") << QString(1'000'000, u'x');
        QTest::newRow("tags") << u"<b>"_s.repeated(300'000);
        QTest::newRow("a pair of surrogates at the bound")
            << QString(u"x"_s + u"\U0001F4C1"_s.repeated(5000));
        QTest::newRow("line breaks") << QString(100'000, u'\n');
    }
    void aToolTipIsBounded()
    {
        QFETCH(QString, text);
        const QString seen = shown(text::toolTip(text));
        QVERIFY(seen.size() <= text::mostToolTip + 1);
        QVERIFY(seen.endsWith(u'…'));
        QVERIFY(seen.isValidUtf16());
    }

    void aLabelShowsTheTextAsItIs()
    {
        const std::unique_ptr<QLabel> label(text::plainLabel(u"<b>x</b>"_s, nullptr));
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(label->text(), u"<b>x</b>"_s);
    }

    void screenReadersGetNoTags()
    {
        QWidget widget;
        text::setToolTip(&widget, u"<b>x</b>"_s);
        QCOMPARE(widget.accessibleDescription(), u"<b>x</b>"_s);
        QCOMPARE(shown(widget.toolTip()), u"<b>x</b>"_s);
    }

    void aNotificationHasNoMarkup_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a tag") << u"<img src='x'>"_s;
        QTest::newRow("an entity") << u"R&amp;D"_s;
    }
    void aNotificationHasNoMarkup()
    {
        QFETCH(QString, text);
        QVERIFY(!text::notification(text).contains(QRegularExpression(u"[<>&]"_s)));
    }

    void anAmpersandMarksNoKey() { QCOMPARE(text::withoutMnemonic(u"R&D && more"_s), u"R&&D &&&& more"_s); }

    void theOverwriteQuestionShowsTheNameAsItIs()
    {
        QTemporaryDir folder;
        const QString name = u"<img src=pipe>.csv"_s;
        QVERIFY(QFile(folder.filePath(name)).open(QIODevice::WriteOnly));
        QWidget window;
        window.show();
        QFileDialog *dialog = saveDialog(&window, u"Save"_s, u"x"_s, u"csv"_s, u"CSV (*.csv)"_s);
        dialog->setOption(QFileDialog::DontUseNativeDialog);
        dialog->setDirectory(folder.path());
        dialog->selectFile(name);
        dialog->open();
        Qt::TextFormat format = Qt::AutoText;
        QString text;
        QTimer look; // the box is modal and blocks until it is closed
        connect(&look, &QTimer::timeout, this, [&] {
            for (QWidget *widget : QApplication::topLevelWidgets())
                if (auto *box = qobject_cast<QMessageBox *>(widget); box && box->isVisible()) {
                    format = box->textFormat();
                    text = box->text();
                    box->reject();
                }
        });
        look.start(10);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QVERIFY2(text.contains(name), qPrintable(text));
        QCOMPARE(format, Qt::PlainText);
        dialog->reject();
    }

    void noSourceBypassesTheHelper_data()
    {
        QTest::addColumn<Rule>("rule");
        for (const Rule &rule : rules())
            QTest::newRow(rule.name) << rule;
    }
    void noSourceBypassesTheHelper()
    {
        QFETCH(Rule, rule);
        const QList<Source> all = sources({u"src/gui"_s, u"src/app"_s}, {u"*.cpp"_s, u"*.h"_s});
        QVERIFY(all.size() > 100);
        const QStringList places = strays(all, rule.forbidden, rule.allowed);
        QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));
    }

    void everyLabelOfAFormIsPlain()
    {
        const QList<Source> forms = sources({u"ui"_s}, {u"*.ui"_s});
        QVERIFY(!forms.isEmpty());
        // Up to its end, without both.
        const QStringList places = strays(
            forms, uR"(<widget class="QLabel" name="\w+">(?:(?!</widget>|Qt::PlainText)[\s\S])*</widget>)"_s,
            {});
        QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));
    }

    // Proves that the check finds violations.
    void aSourceThatBypassesTheHelperIsFound_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("line");
        QTest::newRow("a raw tooltip") << 0 << u"field->setToolTip(path);"_s;
        QTest::newRow("a raw tooltip of what is no pointer") << 0 << u"item.setToolTip(u\"x\"_s + path);"_s;
        QTest::newRow("a raw what's-this") << 0 << u"field->setWhatsThis(path);"_s;
        QTest::newRow("a role that falls through")
            << 1 << u"if (role != Qt::DisplayRole && role != Qt::ToolTipRole)\n return {};"_s;
        QTest::newRow("a role with a raw text") << 1 << u"if (role == Qt::ToolTipRole)\n return path;"_s;
        QTest::newRow("a case of a role") << 1 << u"case Qt::ToolTipRole:\n return path;"_s;
        QTest::newRow("an item's data") << 1 << u"item->setData(path, Qt::ToolTipRole);"_s;
        QTest::newRow("a tip shown at once") << 2 << u"QToolTip::showText(here, path);"_s;
        QTest::newRow("a new label") << 3 << u"auto *label = new QLabel(path);"_s;
        QTest::newRow("a label on the stack") << 3 << u"QLabel label(path);"_s;
        QTest::newRow("a box") << 4 << u"QMessageBox::warning(this, title, path);"_s;
        QTest::newRow("HTML") << 5 << u"page->setHtml(path);"_s;
        QTest::newRow("a raw notification") << 6 << u"m_tray->showMessage(title, path, icon);"_s;
    }
    void aSourceThatBypassesTheHelperIsFound()
    {
        QFETCH(int, rule);
        QFETCH(QString, line);
        QCOMPARE(strays({{u"src/gui/x.cpp"_s, line}}, rules().at(rule).forbidden, {}).size(), 1);
    }
};

MANOMETER_TEST(Gui, TestPlainText)
#include "tst_plain_text.moc"
