// Short texts, of which there are many.
#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace presscut::text {

/// A text in sixteen bytes, half of what a std::string takes, with memory of its own where it has more than
/// fifteen. Reads as a std::string_view does, which is no longer valid when the text is changed or moved.
class Brief {
 public:
  Brief() = default;
  template <typename Text>
  requires std::convertible_to<const Text&, std::string_view> &&
      (!std::same_as<Text, Brief>)Brief(const Text& text) {
    assign(text);
  }
  Brief(const Brief& other) { assign(other); }
  Brief(Brief&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  Brief& operator=(Brief other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~Brief() {
    if (is_long()) delete[] memory();
  }

  operator std::string_view() const {
    if (!is_long()) return {bytes_.data(), static_cast<std::size_t>(bytes_[last])};
    std::uint32_t size = 0;
    std::memcpy(&size, bytes_.data() + sizeof(char*), sizeof size);
    return {memory(), size};
  }
  std::string_view view() const { return *this; }
  bool empty() const { return bytes_[last] == 0; }

  Brief& operator+=(std::string_view more) { return *this = std::string(view()).append(more); }

  friend bool operator==(const Brief& a, std::string_view b) { return a.view() == b; }
  // Templates, so that what converts to both is no Brief.
  template <std::same_as<Brief> Other>
  friend bool operator==(const Other& a, const Other& b) {
    return a.view() == b.view();
  }
  template <std::same_as<Brief> Other>
  friend auto operator<=>(const Other& a, const Other& b) {
    return a.view() <=> b.view();
  }

  template <typename Stream>
  friend Stream& operator<<(Stream& out, const Brief& text) {
    out << text.view();
    return out;
  }

 private:
  static constexpr std::size_t last = 15;
  static constexpr char long_mark = 127;  // in the last byte, which else is the size

  bool is_long() const { return bytes_[last] == long_mark; }

  char* memory() const {
    char* memory = nullptr;
    std::memcpy(&memory, bytes_.data(), sizeof memory);
    return memory;
  }

  void assign(std::string_view text) {
    char* to = bytes_.data();
    if (text.size() <= last) {
      bytes_[last] = static_cast<char>(text.size());
    } else {
      to = new char[text.size()];
      const auto size = static_cast<std::uint32_t>(text.size());
      std::memcpy(bytes_.data(), &to, sizeof to);
      std::memcpy(bytes_.data() + sizeof to, &size, sizeof size);
      bytes_[last] = long_mark;
    }
    text.copy(to, text.size());
  }

  std::array<char, last + 1> bytes_{};
};

}  // namespace presscut::text
