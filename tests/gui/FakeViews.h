// SPDX-License-Identifier: GPL-3.0-or-later
//
// All fake views: the test sets their answers, and they record the calls. A test that needs one of them
// includes that one only.
#pragma once

#include "gui/fakes/FakeAppearance.h"
#include "gui/fakes/FakeCache.h"
#include "gui/fakes/FakeEvents.h"
#include "gui/fakes/FakeEvidence.h"
#include "gui/fakes/FakeExports.h"
#include "gui/fakes/FakeLanguage.h"
#include "gui/fakes/FakeMonitor.h"
#include "gui/fakes/FakeRecordings.h"
#include "gui/fakes/FakeScan.h"
#include "gui/fakes/FakeSettings.h"
#include "views/FrontEnd.h"

namespace manometer::gui {

// A backend in another process, whose connection the test sets.
class FakeBackend final : public views::Backend
{
public:
    explicit FakeBackend(const views::Views &views)
        : m_views(views)
    {}
    views::Views views() override { return m_views; }
    views::Connection connection() const override { return now; }
    void become(const views::Connection &connection)
    {
        now = connection;
        emit connectionChanged(now);
    }

    views::Connection now{};

private:
    views::Views m_views;
};

struct FakeViews
{
    FakeMonitor monitor;
    FakeCache cache;
    FakeEvents events;
    FakeScan scan;
    FakeSettings settings;
    FakeEvidence evidence;
    FakeRecordings recordings;
    FakeExports exports;
    FakeLanguage language;
    FakeAppearance appearance;

    views::FrontEnd views()
    {
        views::FrontEnd all{{.monitor = &monitor,
                             .cache = &cache,
                             .events = &events,
                             .scan = &scan,
                             .settings = &settings,
                             .evidence = &evidence,
                             .recordings = &recordings}};
        all.exports = &exports;
        all.language = &language;
        all.appearance = &appearance;
        return all;
    }
};

} // namespace manometer::gui
