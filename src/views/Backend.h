// SPDX-License-Identifier: GPL-3.0-or-later
//
// The views of one backend, on this machine or elsewhere, and the state of the connection to it. Lives in the
// thread that creates it; signals arrive there. Nothing blocks.
#pragma once

#include "views/CacheView.h"
#include "views/EventView.h"
#include "views/EvidenceView.h"
#include "views/MonitorView.h"
#include "views/RecordingView.h"
#include "views/ScanView.h"
#include "views/SettingsView.h"

#include <QObject>
#include <QString>

namespace manometer::views {

// Borrowed pointers, never null; the views live as long as the backend.
struct Views
{
    MonitorView *monitor = nullptr;
    CacheView *cache = nullptr;
    EventView *events = nullptr;
    ScanView *scan = nullptr;
    SettingsView *settings = nullptr;
    EvidenceView *evidence = nullptr;
    RecordingView *recordings = nullptr;
};

struct Connection
{
    enum class State : quint8 { Connecting, Connected, Lost };

    State state = State::Connecting;
    qint64 sinceWallMs = 0;
    QString reason{};  // why it is not connected; not translated
    QString version{}; // of the backend's program, the last one known

    friend bool operator==(const Connection &, const Connection &) = default;
};

class Backend : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual Views views() = 0;
    // While not connected, the views return the values last published, and futures fail.
    virtual Connection connection() const = 0;

signals:
    void connectionChanged(const manometer::views::Connection &connection);
};

} // namespace manometer::views
