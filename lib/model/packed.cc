#include "model/packed.h"

#include <algorithm>
#include <bit>

namespace presscut::model {
namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
constexpr std::uint8_t no_digit = 64;
constexpr auto value_of_digit = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(no_digit);
  for (std::uint8_t value = 0; value < digits.size(); ++value)
    values[static_cast<unsigned char>(digits[value])] = value;
  return values;
}();

// How likely the next bit is a one, of 65536; learns from each.
class Chance {
 public:
  std::uint32_t of_one() const { return chance_; }
  void learn(bool bit) {
    chance_ =
        static_cast<std::uint16_t>(bit ? chance_ + ((65536 - chance_) >> rate) : chance_ - (chance_ >> rate));
    chance_ = std::clamp<std::uint16_t>(chance_, 32, 65535 - 32);
  }

 private:
  static constexpr int rate = 6;
  std::uint16_t chance_ = 32768;
};

// What both directions share: the interval that the bits so far leave.
class Interval {
 public:
  std::uint32_t middle(const Chance& chance) const {
    return low_ + static_cast<std::uint32_t>(std::uint64_t{high_ - low_} * chance.of_one() >> 16);
  }
  void narrow(bool bit, std::uint32_t middle) {
    if (bit) high_ = middle;
    else low_ = middle + 1;
  }
  bool has_byte() const { return ((low_ ^ high_) & 0xff000000) == 0; }
  std::uint8_t take_byte() {
    const auto byte = static_cast<std::uint8_t>(high_ >> 24);
    low_ <<= 8;
    high_ = high_ << 8 | 255;
    return byte;
  }
  std::uint32_t low() const { return low_; }

 private:
  std::uint32_t low_ = 0, high_ = ~std::uint32_t{0};
};

class Writer {
 public:
  bool bit(bool bit, Chance& chance) {
    interval_.narrow(bit, interval_.middle(chance));
    while (interval_.has_byte()) put(interval_.take_byte());
    chance.learn(bit);
    return bit;
  }
  std::string finish() {
    for (int shift = 24; shift >= 0; shift -= 8) put(static_cast<std::uint8_t>(interval_.low() >> shift));
    if (waiting_ > 0) text_ += digits[kept_ << (6 - waiting_) & 63];
    return std::move(text_);
  }

 private:
  void put(std::uint8_t byte) {
    kept_ = kept_ << 8 | byte;
    for (waiting_ += 8; waiting_ >= 6; waiting_ -= 6) text_ += digits[kept_ >> (waiting_ - 6) & 63];
  }

  Interval interval_;
  std::uint32_t kept_ = 0;
  int waiting_ = 0;
  std::string text_;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {
    for (int i = 0; i < 4; ++i) ahead_ = ahead_ << 8 | byte();
  }
  bool bit(bool, Chance& chance) {
    const std::uint32_t middle = interval_.middle(chance);
    const bool bit = ahead_ <= middle;
    interval_.narrow(bit, middle);
    while (interval_.has_byte()) {
      interval_.take_byte();
      ahead_ = ahead_ << 8 | byte();
    }
    chance.learn(bit);
    return bit;
  }
  bool is_sound() const { return sound_; }

 private:
  std::uint32_t byte() {
    for (; waiting_ < 8; waiting_ += 6) kept_ = kept_ << 6 | digit();
    waiting_ -= 8;
    return kept_ >> waiting_ & 255;
  }
  std::uint32_t digit() {
    const std::uint8_t value =
        text_.empty() ? no_digit : value_of_digit[static_cast<unsigned char>(text_[0])];
    if (value == no_digit) {
      sound_ = false;
      return 0;
    }
    text_.remove_prefix(1);
    return value;
  }

  Interval interval_;
  std::string_view text_;
  std::uint32_t ahead_ = 0, kept_ = 0;
  int waiting_ = 0;
  bool sound_ = true;
};

// A feature as bits, for both directions: a reader's bits do not depend on what is passed to it.
template <typename Coder>
class Features {
 public:
  explicit Features(Coder& coder) : coder_(coder) {}

  void next(Feature& feature, std::size_t labels) {
    feature.hash = last_ += gap(feature.hash - last_);
    std::size_t others = 0, sign = 0;  // of the labels before
    for (std::size_t label = 0; label < labels; ++label) {
      const int weight = std::clamp<int>(feature.weights[label], -Feature::most, Feature::most);
      Of& of = of_[label];
      feature.weights[label] = 0;
      if (!coder_.bit(weight != 0, of.has[others])) continue;
      const bool negative = coder_.bit(weight < 0, of.negative[sign]);
      const int size =
          static_cast<int>(number<6>(static_cast<std::uint32_t>(std::abs(weight) - 1), of.size)) + 1;
      feature.weights[label] = static_cast<std::int8_t>(negative ? -size : size);
      others = std::min<std::size_t>(others + 1, 3);
      sign = negative ? 2 : 1;
    }
  }

 private:
  struct Of {  // a label
    std::array<Chance, 4> has;
    std::array<Chance, 3> negative;
    std::array<Chance, 64> size;
  };

  // Its length in bits, then what follows its first one.
  std::uint32_t gap(std::uint32_t gap) {
    const std::uint32_t length = number<5>(static_cast<std::uint32_t>(std::bit_width(gap)), lengths_);
    std::uint32_t result = length > 0;
    for (std::uint32_t place = length; place-- > 1;)
      result = result << 1 | coder_.bit(gap >> (place - 1) & 1, bits_[length][place]);
    return result;
  }

  template <int bits>
  std::uint32_t number(std::uint32_t value, std::array<Chance, 1 << bits>& chances) {
    std::uint32_t node = 1;
    for (int place = bits; place-- > 0;) node = node << 1 | coder_.bit(value >> place & 1, chances[node]);
    return node - (1 << bits);
  }

  Coder& coder_;
  std::uint32_t last_ = 0;
  std::array<Of, Feature::most_labels> of_;
  std::array<Chance, 32> lengths_;
  std::array<std::array<Chance, 32>, 32> bits_;
};

}  // namespace

std::string pack(const std::vector<Feature>& features, std::size_t labels) {
  Writer writer;
  Features bits(writer);
  for (Feature feature : features) bits.next(feature, labels);
  return writer.finish();
}

std::optional<std::vector<Feature>> unpack(std::string_view text, std::size_t count, std::size_t labels) {
  if (count == 0) return std::vector<Feature>{};
  if (count > 1 << 24) return {};
  Reader reader(text);
  Features bits(reader);
  std::vector<Feature> features;
  while (features.size() < count && reader.is_sound()) bits.next(features.emplace_back(), labels);
  if (!reader.is_sound()) return {};
  return features;
}

}  // namespace presscut::model
