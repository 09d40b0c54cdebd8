// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/EventNames.h"

#include "pressure/rehearsal/Curve.h"

#include <string_view>

namespace manometer::views {

namespace {

struct WithoutPaths
{
    void operator()(ScanEvent &event) const { event.folder.clear(); }
    void operator()(RecordingEvent &event) const { event.file.clear(); }
    void operator()(SettingsFileEvent &event) const
    {
        event.file.clear();
        event.keptAs.clear();
        event.detail.clear(); // may quote the file's contents
    }
    void operator()(SourceEvent &event) const
    {
        if (event.error)
            event.error->path.clear(); // below --proc-root, which may be any folder
    }
    void operator()(StoreEvent &event) const
    {
        event.health.quarantinePath.clear();
        event.health.detail.clear();
    }
    void operator()(NoteEvent &event) const { event.author.clear(); }
    void operator()(RehearsalEvent &event) const
    {
        event.actor.clear();
        const std::string_view curve(event.curve.constData(), static_cast<std::size_t>(event.curve.size()));
        if (!pressure::namedCurve(curve)) // only a damaged or foreign event has another name
            event.curve.clear();
    }
    void operator()(ClientActionEvent &event) const
    {
        event.actor.clear();
        event.target.clear();
    }
    void operator()(ProcessesEvent &event) const
    {
        for (ProcessMemory &process : event.processes)
            process.controlGroup.clear(); // names users and services
    }
    template<typename Other>
    void operator()(Other &) const
    {}
};

struct WithoutNames
{
    void operator()(NoteEvent &event) const { event.text.clear(); }
    void operator()(SettingsAppliedEvent &event) const { event.preset.clear(); }
    void operator()(ReceiptEvent &event) const { event.largestHolder.name.clear(); }
    void operator()(FutileEvent &event) const { event.largestHolder.name.clear(); }
    void operator()(ProcessesEvent &event) const
    {
        for (ProcessMemory &process : event.processes)
            process.name.clear();
    }
    template<typename Other>
    void operator()(Other &) const
    {}
};

} // namespace

Event withoutPaths(Event event)
{
    std::visit(WithoutPaths{}, event.what);
    return event;
}

Event withoutNames(Event event)
{
    std::visit(WithoutPaths{}, event.what);
    std::visit(WithoutNames{}, event.what);
    return event;
}

} // namespace manometer::views
