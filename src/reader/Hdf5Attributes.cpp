// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/Hdf5Attributes.h"

#include "reader/Hdf5Handle.h"
#include "reader/Hdf5Types.h"
#include "reader/Numbers.h"
#include "reader/Statistics.h"

#include <array>
#include <cstring>
#include <string>
#include <vector>

namespace manometer::reader {

namespace {

constexpr hssize_t mostValues = 64;
constexpr std::size_t mostStringBytes = 4096;

// Each is one JSON value.
struct Values
{
    std::vector<std::string> texts;
    bool areStrings = false;
};

template<typename T>
bool readNumbers(hid_t attribute, hid_t memoryType, std::size_t count, Values &values)
{
    std::vector<T> numbers(count);
    if (::H5Aread(attribute, memoryType, numbers.data()) < 0)
        return false;
    for (const T number : numbers) {
        if constexpr (std::is_integral_v<T>)
            values.texts.push_back(numberText(number));
        else
            values.texts.push_back(jsonNumber(static_cast<long double>(number)));
    }
    return true;
}

bool readFixedStrings(hid_t attribute, hid_t type, std::size_t count, Values &values)
{
    const std::size_t size = ::H5Tget_size(type);
    if (size == 0 || size > mostStringBytes)
        return false;
    std::vector<char> bytes(size * count);
    if (::H5Aread(attribute, type, bytes.data()) < 0)
        return false;
    const bool isPadded = ::H5Tget_strpad(type) == H5T_STR_SPACEPAD;
    for (std::size_t index = 0; index < count; ++index) {
        std::string text(bytes.data() + index * size, ::strnlen(bytes.data() + index * size, size));
        while (isPadded && text.ends_with(' '))
            text.pop_back();
        values.texts.push_back(std::move(text));
    }
    return true;
}

bool readVariableStrings(hid_t attribute, hid_t type, hid_t space, std::size_t count, Values &values)
{
    std::vector<char *> pointers(count, nullptr);
    if (::H5Aread(attribute, type, pointers.data()) < 0)
        return false;
    for (const char *pointer : pointers)
        values.texts.emplace_back(pointer == nullptr ? "" : pointer,
                                  pointer == nullptr ? 0 : ::strnlen(pointer, mostStringBytes));
    ::H5Dvlen_reclaim(type, space, H5P_DEFAULT, pointers.data());
    return true;
}

// False: it has no values to be shown, or they cannot be read.
bool readValues(hid_t attribute, hid_t type, hid_t space, Values &values)
{
    const hssize_t points = ::H5Sget_simple_extent_npoints(space);
    if (points < 1 || points > mostValues)
        return false;
    const auto count = static_cast<std::size_t>(points);
    switch (::H5Tget_class(type)) {
    case H5T_INTEGER:
        if (::H5Tget_size(type) > 8)
            return false;
        return ::H5Tget_sign(type) == H5T_SGN_NONE
                   ? readNumbers<std::uint64_t>(attribute, H5T_NATIVE_UINT64, count, values)
                   : readNumbers<std::int64_t>(attribute, H5T_NATIVE_INT64, count, values);
    case H5T_FLOAT:
        return ::H5Tget_size(type) <= 4 ? readNumbers<float>(attribute, H5T_NATIVE_FLOAT, count, values)
                                        : readNumbers<double>(attribute, H5T_NATIVE_DOUBLE, count, values);
    case H5T_STRING:
        values.areStrings = true;
        return ::H5Tis_variable_str(type) > 0 ? readVariableStrings(attribute, type, space, count, values)
                                              : readFixedStrings(attribute, type, count, values);
    default:
        return false;
    }
}

struct Context
{
    Budget &budget;
    json::Writer &writer;
};

// False: the answer is full.
bool writeAttribute(hid_t object, const char *name, Context &context)
{
    const std::string_view nameText = name;
    if (!context.budget.take(nameText.size()))
        return false;
    json::Writer &writer = context.writer;
    writer.beginObject();
    writer.member("name", nameText);
    const Hdf5Handle attribute(::H5Aopen(object, name, H5P_DEFAULT));
    const Hdf5Handle type(attribute.isOpen() ? ::H5Aget_type(attribute) : -1);
    const Hdf5Handle space(attribute.isOpen() ? ::H5Aget_space(attribute) : -1);
    if (type.isOpen() && space.isOpen()) {
        writer.member("type", typeWord(type));
        const bool isScalar = ::H5Sget_simple_extent_type(space) == H5S_SCALAR;
        if (!isScalar) {
            std::array<hsize_t, H5S_MAX_RANK> lengths = {};
            const int rank = ::H5Sget_simple_extent_dims(space, lengths.data(), nullptr);
            writer.member("shape");
            writer.beginArray();
            for (int axis = 0; axis < rank; ++axis)
                writer.literal(numberText(lengths[static_cast<std::size_t>(axis)]));
            writer.endArray();
        }
        Values values;
        std::size_t bytes = 0;
        const bool areRead = readValues(attribute, type, space, values);
        for (const std::string &text : values.texts)
            bytes += text.size();
        if (areRead && context.budget.take(bytes)) {
            writer.member("value");
            if (!isScalar)
                writer.beginArray();
            for (const std::string &text : values.texts) {
                if (values.areStrings)
                    writer.value(text);
                else
                    writer.literal(text);
            }
            if (!isScalar)
                writer.endArray();
        }
    }
    ::H5Eclear2(H5E_DEFAULT);
    writer.endObject();
    return true;
}

} // namespace

void writeAttributes(hid_t object, Budget &budget, json::Writer &writer)
{
    std::vector<std::string> names;
    // A C library calls it: no exception may leave it.
    const auto collect = [](hid_t, const char *name, const H5A_info_t *, void *into) -> herr_t {
        try {
            auto &collected = *static_cast<std::vector<std::string> *>(into);
            collected.emplace_back(name);
            return collected.size() > Budget::mostItems ? 1 : 0;
        } catch (...) {
            return -1;
        }
    };
    hsize_t index = 0;
    ::H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_NATIVE, &index, collect, &names);
    ::H5Eclear2(H5E_DEFAULT);
    if (names.empty())
        return;
    writer.member("attributes");
    writer.beginArray();
    Context context{budget, writer};
    for (const std::string &name : names)
        if (!writeAttribute(object, name.c_str(), context))
            break;
    writer.endArray();
}

} // namespace manometer::reader
