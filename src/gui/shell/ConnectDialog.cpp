// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/ConnectDialog.h"

#include "gui/text/PlainText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

constexpr int widthInCharacters = 52; // of an address that is not cut

bool isPort(const QString &address)
{
    return address.startsWith(u"http://"_s);
}

} // namespace

ConnectDialog::ConnectDialog(const QList<Place> &known, QWidget *parent)
    : QDialog(parent)
    , m_known(known)
    , m_address(new QComboBox(this))
    , m_tokenFile(new QLineEdit(this))
    , m_browse(new QPushButton(tr("Choose…"), this))
    , m_allowChanges(new QCheckBox(tr("&Allow changes"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Connect to another Manometer"));
    m_address->setObjectName(u"connectAddress"_s);
    m_address->setAccessibleName(tr("Address"));
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->setMinimumContentsLength(widthInCharacters);
    for (const Place &each : known)
        m_address->addItem(each.address);
    m_address->setCurrentIndex(-1);
    m_address->lineEdit()->setPlaceholderText(u"unix:/tmp/far.sock"_s);
    m_tokenFile->setObjectName(u"connectTokenFile"_s);
    m_tokenFile->setAccessibleName(tr("Token file"));
    m_browse->setAccessibleName(tr("Choose the token file"));
    m_allowChanges->setObjectName(u"connectAllowChanges"_s);
    auto *hint = text::plainLabel(
        tr("A window of its own shows it. For a Manometer on another machine, forward its socket first, for "
           "instance:\nssh -N -L /tmp/far.sock:/run/user/1000/manometer/api.sock HOST"),
        this);
    hint->setWordWrap(true);
    hint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *token = new QHBoxLayout;
    token->addWidget(m_tokenFile, 1);
    token->addWidget(m_browse);
    auto *form = new QFormLayout;
    form->addRow(tr("A&ddress"), m_address);
    form->addRow(tr("&Token file"), token);
    form->addRow({}, m_allowChanges);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_connect = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setObjectName(u"connect"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(buttons);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(token)))
        label->setBuddy(m_tokenFile);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(place());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_address, &QComboBox::activated, this, &ConnectDialog::fillIn);
    connect(m_address, &QComboBox::editTextChanged, this, &ConnectDialog::followInput);
    connect(m_tokenFile, &QLineEdit::textChanged, this, &ConnectDialog::followInput);
    connect(m_browse, &QPushButton::clicked, this, &ConnectDialog::chooseTokenFile);
    followInput();
}

Place ConnectDialog::place() const
{
    const QString address = m_address->currentText().trimmed();
    return {.address = address,
            .tokenFile = isPort(address) ? m_tokenFile->text() : QString(),
            .allowsChanges = m_allowChanges->isChecked()};
}

void ConnectDialog::fillIn(int known)
{
    if (known < 0 || known >= m_known.size())
        return;
    m_tokenFile->setText(m_known[known].tokenFile);
    m_allowChanges->setChecked(m_known[known].allowsChanges);
}

void ConnectDialog::followInput()
{
    const Place given = place();
    const bool needsToken = isPort(given.address);
    m_tokenFile->setEnabled(needsToken);
    m_browse->setEnabled(needsToken);
    m_connect->setEnabled(given.address.startsWith(u"unix:/"_s) ||
                          (needsToken && !given.tokenFile.isEmpty()));
}

void ConnectDialog::chooseTokenFile()
{
    auto *dialog = new QFileDialog(this, tr("Token file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_tokenFile, &QLineEdit::setText);
    dialog->open();
}

} // namespace manometer::gui
