// IPSX in Java, written from the chapters of the specification alone: one file, Java 17, no dependencies.
//
//   ipsx conform -- java spec/examples/Ipsx.java
//
// It answers the driver protocol (spec/driver/PROTOCOL.md) for every class but chain/1, which needs contracts. From the
// top: the protocol, JSON, amounts and names, hashes and signatures, the agreement, money, orders, matching, the exchange.

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class Ipsx {
  // ───────────────────────────────────────────── the driver protocol

  /** What a case is asked of: a fresh one for each case, fed event by event. */
  interface Subject {
    Object take(Obj event);
  }

  /** The driver does not know this event, class or command. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unknown(String what) {
      super(what);
    }
  }

  static final List<String> CLASSES =
      List.of("codec/1", "signature/1", "wallet/1", "voucher/1", "settlement/1", "orders/1", "matching/1", "agreement/1", "exchange/1");

  static Subject subject(String claimed, Obj params, String observe) {
    return switch (claimed) {
      case "codec/1" -> Ipsx::codec;
      case "signature/1", "voucher/1", "wallet/1", "settlement/1" -> new Money(params);
      case "orders/1" -> params.has("rules") ? new BookSubject(params.obj("rules")) : Ipsx::orders;
      case "matching/1" -> params.has("rules") ? new MatchingSubject(params) : Ipsx::deal;
      case "agreement/1" -> new AgreementSubject(params, "external".equals(observe));
      case "exchange/1" -> new Exchange(params);
      default -> throw new Unknown("no class " + claimed);
    };
  }

  /** The classes about money: transactions of a ledger, the books of a reservation, or a question that has no state. */
  static final class Money implements Subject {
    private final Subject stateful;

    Money(Obj params) {
      stateful = params.has("genesis") ? new LedgerSubject(params) : params.has("reservation") ? new Short(params) : null;
    }

    public Object take(Obj event) {
      if (stateful != null) return stateful.take(event);
      return switch (event.text("type")) {
        case "verdict" -> Verdict.of(event.obj("facts"), event.obj("terms"), event.obj("rates")).answer();
        case "price", "commission", "commissionOf", "interval", "mayForward", "mayAdmit", "shouldPrepay" -> voucher(event);
        default -> signature(event);
      };
    }
  }

  public static void main(String[] args) throws Exception {
    String observe = args.length > 0 ? args[0] : "full";
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    Subject current = null;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isBlank()) continue;
      Obj command = (Obj) Json.read(line);
      Obj answer = new Obj().put("seq", command.get("seq"));
      try {
        switch (command.text("cmd")) {
          case "start" -> answer.put("protocol", 1L)
              .put("implementation", new Obj().put("name", "ipsx-java").put("version", "1.0.0").put("language", "java"))
              .put("classes", CLASSES).put("observe", observe).put("step", true);
          case "run" -> answer.put("results", run(command, observe));
          case "reset" -> current = subject(command.text("class"), command.obj("params"), command.textOr("observe", observe));
          case "step" -> answer.put("result", current.take(command.obj("event")));
          case "stop" -> {}
          default -> throw new Unknown("no command " + command.text("cmd"));
        }
      } catch (Unknown unknown) {
        answer.put("skipped", true).put("message", unknown.getMessage());
      } catch (RuntimeException failure) {
        failure.printStackTrace();
        answer.put("errored", true).put("message", String.valueOf(failure));
      }
      out.println(Json.write(answer));
      out.flush();
      if (command.text("cmd").equals("stop")) return;
    }
  }

  static List<Object> run(Obj command, String observe) {
    Subject subject = subject(command.text("class"), command.obj("params"), command.textOr("observe", observe));
    List<Object> results = new ArrayList<>();
    for (Object event : command.list("events")) results.add(subject.take((Obj) event));
    return results;
  }

  static Obj error(String name) {
    return new Obj().put("error", name);
  }

  // ───────────────────────────────────────────── JSON

  /** An object of JSON, in the order of its keys. Numbers are BigDecimal when read, Long when written. */
  static final class Obj {
    final Map<String, Object> fields = new LinkedHashMap<>();

    Obj put(String name, Object value) {
      fields.put(name, value);
      return this;
    }

    Object get(String name) {
      return fields.get(name);
    }

    boolean has(String name) {
      return fields.get(name) != null;
    }

    String text(String name) {
      return (String) fields.get(name);
    }

    String textOr(String name, String other) {
      return has(name) ? text(name) : other;
    }

    Obj obj(String name) {
      return (Obj) fields.get(name);
    }

    @SuppressWarnings("unchecked")
    List<Object> list(String name) {
      return (List<Object>) fields.get(name);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String name) {
      return (List<String>) fields.get(name);
    }

    @SuppressWarnings("unchecked")
    List<Obj> objs(String name) {
      return (List<Obj>) fields.get(name);
    }

    boolean flag(String name) {
      return Boolean.TRUE.equals(fields.get(name));
    }

    long num(String name) {
      return ((Number) fields.get(name)).longValue();
    }

    /** An amount, or any integer, whether it travels as a string or as a number. */
    BigInteger big(String name) {
      Object value = fields.get(name);
      return value instanceof String text ? new BigInteger(text) : BigInteger.valueOf(((Number) value).longValue());
    }
  }

  static final class Json {
    private final String text;
    private int at = 0;

    private Json(String text) {
      this.text = text;
    }

    static Object read(String text) {
      Json json = new Json(text);
      Object value = json.value();
      if (json.peek() != 0) throw new IllegalArgumentException("more than one value in a line");
      return value;
    }

    private char peek() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
      return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(char expected) {
      if (peek() != expected) return false;
      at++;
      return true;
    }

    private void expect(char expected) {
      if (!skip(expected)) throw new IllegalArgumentException("expected " + expected + " at " + at);
    }

    private Object value() {
      switch (peek()) {
        case '{' -> {
          Obj obj = new Obj();
          expect('{');
          if (skip('}')) return obj;
          do {
            peek();
            String name = string();
            expect(':');
            obj.put(name, value());
          } while (skip(','));
          expect('}');
          return obj;
        }
        case '[' -> {
          List<Object> list = new ArrayList<>();
          expect('[');
          if (skip(']')) return list;
          do list.add(value());
          while (skip(','));
          expect(']');
          return list;
        }
        case '"' -> {
          return string();
        }
        default -> {
          int from = at;
          while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
          String word = text.substring(from, at);
          return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> new BigDecimal(word);
          };
        }
      }
    }

    private String string() {
      StringBuilder out = new StringBuilder();
      expect('"');
      while (text.charAt(at) != '"') {
        char c = text.charAt(at++);
        if (c != '\\') {
          out.append(c);
          continue;
        }
        char escape = text.charAt(at++);
        int known = "bfnrt".indexOf(escape);
        if (known >= 0) out.append("\b\f\n\r\t".charAt(known));
        else if (escape == 'u') {
          out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          at += 4;
        } else out.append(escape);
      }
      at++;
      return out.toString();
    }

    static String write(Object value) {
      return write(value, false, new StringBuilder()).toString();
    }

    /** Without spaces; `sorted` puts the keys of every object in ascending order (IPSX-ORD-012). */
    static StringBuilder write(Object value, boolean sorted, StringBuilder out) {
      if (value instanceof Obj obj) {
        String comma = "";
        out.append('{');
        for (Map.Entry<String, Object> field : (sorted ? new TreeMap<>(obj.fields) : obj.fields).entrySet()) {
          quote(field.getKey(), out.append(comma)).append(':');
          write(field.getValue(), sorted, out);
          comma = ",";
        }
        return out.append('}');
      }
      if (value instanceof List<?> list) {
        String comma = "";
        out.append('[');
        for (Object item : list) {
          write(item, sorted, out.append(comma));
          comma = ",";
        }
        return out.append(']');
      }
      if (value instanceof BigDecimal number) return out.append(number.toPlainString());
      if (value instanceof BigInteger amount) return out.append('"').append(amount).append('"');
      return value instanceof String text ? quote(text, out) : out.append(value);
    }

    private static StringBuilder quote(String text, StringBuilder out) {
      out.append('"');
      for (char c : text.toCharArray()) {
        int known = "\b\f\n\r\t\"\\".indexOf(c);
        if (known >= 0) out.append('\\').append("bfnrt\"\\".charAt(known));
        else if (c < 32) out.append(String.format("\\u%04x", (int) c));
        else out.append(c);
      }
      return out.append('"');
    }
  }

  // ───────────────────────────────────────────── amounts, moments and names (terms, orders)

  static final BigInteger UNIT = BigInteger.TEN.pow(18);

  static boolean isAmount(BigInteger value, int bits) {
    return value.signum() >= 0 && value.bitLength() <= bits;
  }

  /** A JSON number that is an integer in [0, 2^bits), or null. */
  static BigInteger integer(Object json, int bits) {
    if (!(json instanceof BigDecimal number) || number.stripTrailingZeros().scale() > 0) return null;
    BigInteger value = number.toBigIntegerExact();
    return isAmount(value, bits) ? value : null;
  }

  static BigInteger amount(Object json, int bits) {
    if (!(json instanceof String text) || !text.matches("[0-9]{1,100}")) return null;
    BigInteger value = new BigInteger(text);
    return isAmount(value, bits) ? value : null;
  }

  static boolean isHex(Object json, int digits) {
    return json instanceof String text && text.matches("0x[0-9a-f]{" + digits + "}");
  }

  static BigInteger ceilDiv(BigInteger a, BigInteger b) {
    return a.add(b).subtract(ONE).divide(b);
  }

  static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  static Object codec(Obj event) {
    switch (event.text("type")) {
      case "parseAmount" -> {
        String text = event.text("text");
        if (!text.matches("[0-9]{1,11}(\\.[0-9]{1,18})?")) return error("InvalidAmount");
        BigInteger value = new BigDecimal(text).movePointRight(18).toBigIntegerExact();
        return isAmount(value, 96) ? new Obj().put("amount", value) : error("InvalidAmount");
      }
      case "formatAmount" -> {
        BigDecimal tokens = new BigDecimal(event.big("amount"), 18).stripTrailingZeros();
        return new Obj().put("text", tokens.toPlainString());
      }
      case "readAmount" -> {
        BigInteger value = amount(event.get("json"), 96);
        return value == null ? error("InvalidAmount") : new Obj().put("amount", value);
      }
      case "add", "subtract" -> {
        BigInteger a = event.big("a");
        BigInteger b = event.big("b");
        BigInteger value = event.text("type").equals("add") ? a.add(b) : a.subtract(b);
        return isAmount(value, 96) ? new Obj().put("amount", value) : error("AmountOverflow");
      }
      case "readAddress" -> {
        return isHex(event.get("json"), 40) ? new Obj().put("text", event.get("json")) : error("InvalidAddress");
      }
      case "readId" -> {
        return isHex(event.get("json"), 64) ? new Obj().put("text", event.get("json")) : error("InvalidId");
      }
      case "readMoment" -> {
        BigInteger value = integer(event.get("json"), 32);
        return value == null ? error("InvalidMoment") : new Obj().put("seconds", value.longValue());
      }
      case "readIp" -> {
        Ip ip = Ip.read(event.text("text"));
        if (ip == null) return error("InvalidIp");
        return new Obj().put("version", (long) ip.version).put("number", ip.number).put("group", ip.group());
      }
      case "formatIp" -> {
        return new Obj().put("text", new Ip((int) event.num("version"), event.big("number")).text());
      }
      case "isSimulated" -> {
        Ip ip = Ip.read(event.text("text"));
        return new Obj().put("simulated", ip != null && ip.isSimulated());
      }
      default -> throw new Unknown("no event " + event.text("type"));
    }
  }

  /** An address of the Internet (IPSX-ORD-002, IPSX-ORD-003, IPSX-ORD-007). */
  record Ip(int version, BigInteger number) {
    static Ip read(String text) {
      Ip ip = text.contains(":") ? readSix(text) : readFour(text);
      return ip != null && ip.text().equals(text) ? ip : null;
    }

    private static Ip readFour(String text) {
      if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) return null;
      BigInteger number = ZERO;
      for (String part : text.split("\\.")) {
        if (Integer.parseInt(part) > 255) return null;
        number = number.shiftLeft(8).add(new BigInteger(part));
      }
      return new Ip(4, number);
    }

    private static Ip readSix(String text) {
      String[] halves = text.split("::", -1);
      if (halves.length > 2) return null;
      List<String> head = parts(halves[0]);
      List<String> tail = halves.length == 2 ? parts(halves[1]) : List.of();
      int missing = 8 - head.size() - tail.size();
      if (halves.length == 2 ? missing < 1 : missing != 0) return null;
      List<String> all = new ArrayList<>(head);
      all.addAll(Collections.nCopies(missing, "0"));
      all.addAll(tail);
      BigInteger number = ZERO;
      for (String part : all) {
        if (!part.matches("[0-9a-f]{1,4}")) return null;
        number = number.shiftLeft(16).add(new BigInteger(part, 16));
      }
      return new Ip(6, number);
    }

    private static List<String> parts(String text) {
      return text.isEmpty() ? List.of() : Arrays.asList(text.split(":", -1));
    }

    String text() {
      if (version == 4) {
        long n = number.longValue();
        return (n >> 24) + "." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255);
      }
      int[] words = new int[8];
      for (int i = 0; i < 8; i++) words[i] = number.shiftRight(16 * (7 - i)).intValue() & 0xffff;
      // RFC 5952: the longest run of two zeros or more is left out, the first of those as long.
      int best = -1;
      int longest = 1;
      for (int i = 0; i < 8; i++) {
        int end = i;
        while (end < 8 && words[end] == 0) end++;
        if (end - i > longest) {
          best = i;
          longest = end - i;
        }
      }
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        if (i == best) {
          out.append("::");
          i += longest - 1;
          continue;
        }
        if (out.length() > 0 && out.charAt(out.length() - 1) != ':') out.append(':');
        out.append(Integer.toHexString(words[i]));
      }
      return out.toString();
    }

    BigInteger group() {
      return number.shiftRight(version == 4 ? 8 : 80);
    }

    boolean isSimulated() {
      if (version == 6) return number.shiftRight(96).longValue() == 0x20010db8L;
      return number.shiftRight(28).longValue() == 15 && number.longValue() != 0xffffffffL;
    }
  }

  // ───────────────────────────────────────────── hashes and signatures (signature)

  static final class Keccak {
    private static final long[] ROUND = new long[24];
    private static final int[] TURN = new int[25];

    static {
      int lfsr = 1;
      for (int round = 0; round < 24; round++)
        for (int j = 0; j < 7; j++) {
          if ((lfsr & 1) != 0) ROUND[round] ^= 1L << ((1 << j) - 1);
          lfsr = lfsr << 1 ^ (lfsr >> 7) * 0x171;
        }
      int x = 1;
      int y = 0;
      for (int t = 0; t < 24; t++) {
        TURN[x + 5 * y] = (t + 1) * (t + 2) / 2 % 64;
        int next = (2 * x + 3 * y) % 5;
        x = y;
        y = next;
      }
    }

    static byte[] hash(byte[] data) {
      int rate = 136;
      byte[] padded = Arrays.copyOf(data, (data.length / rate + 1) * rate);
      padded[data.length] ^= 1;
      padded[padded.length - 1] ^= (byte) 0x80;
      long[] state = new long[25];
      for (int block = 0; block < padded.length; block += rate) {
        for (int i = 0; i < rate; i++) state[i / 8] ^= (padded[block + i] & 255L) << 8 * (i % 8);
        permute(state);
      }
      byte[] out = new byte[32];
      for (int i = 0; i < 32; i++) out[i] = (byte) (state[i / 8] >>> 8 * (i % 8));
      return out;
    }

    private static void permute(long[] a) {
      long[] b = new long[25];
      long[] c = new long[5];
      for (int round = 0; round < 24; round++) {
        for (int x = 0; x < 5; x++) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        for (int i = 0; i < 25; i++) a[i] ^= c[(i + 4) % 5] ^ Long.rotateLeft(c[(i + 1) % 5], 1);
        for (int x = 0; x < 5; x++) for (int y = 0; y < 5; y++) b[y + 5 * ((2 * x + 3 * y) % 5)] = Long.rotateLeft(a[x + 5 * y], TURN[x + 5 * y]);
        for (int y = 0; y < 25; y += 5) for (int x = 0; x < 5; x++) a[y + x] = b[y + x] ^ ~b[y + (x + 1) % 5] & b[y + (x + 2) % 5];
        a[0] ^= ROUND[round];
      }
    }
  }

  static byte[] bytes(String hex) {
    byte[] out = new byte[(hex.length() - 2) / 2];
    for (int i = 0; i < out.length; i++) out[i] = (byte) Integer.parseInt(hex.substring(2 + 2 * i, 4 + 2 * i), 16);
    return out;
  }

  static String hex(byte[] data) {
    StringBuilder out = new StringBuilder("0x");
    for (byte b : data) out.append(String.format("%02x", b));
    return out.toString();
  }

  static byte[] word(BigInteger value) {
    byte[] raw = value.toByteArray();
    byte[] out = new byte[32];
    int length = Math.min(raw.length, 32);
    System.arraycopy(raw, raw.length - length, out, 32 - length, length);
    return out;
  }

  static byte[] join(byte[]... parts) {
    byte[] out = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, out, at, part.length);
      at += part.length;
    }
    return out;
  }

  static byte[] keccak(byte[]... parts) {
    return Keccak.hash(join(parts));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The structures that are signed, by their type strings. */
  static final Map<String, String> STRUCTURES = new HashMap<>();

  static {
    for (String type : List.of(
        "Deal(address provider,address requester,bytes32 offer,bytes32 request,uint64 providerNonce,uint64 requesterNonce,bytes32 resource,"
            + "uint32 firstSeat,uint32 seats,uint64 start,uint64 end,uint64 validUntil,uint128 cap,uint128 bond,uint128 prepaid,"
            + "uint128 pricePerSecond,uint128 pricePerByte,uint128 setupPrice,uint128 noShowCharge,uint32 maxLag,uint32 notice,bytes32 terms,bytes32 salt)",
        "ShortDeal(bytes32 reservation,uint64 nonce,bytes32 resource,uint32 firstSeat,uint32 seats,uint64 start,uint64 end,uint128 cap,uint128 bond,"
            + "uint128 pricePerSecond,uint128 pricePerByte,uint128 setupPrice,bytes32 terms)",
        "Voucher(bytes32 channelId,uint128 cumulativeAmount)",
        "Statement(address payer,bytes32 entries)",
        "Closing(bytes32 channelId,uint128 cumulativeAmount,bytes32 receipt)",
        "Meter(bytes32 channelId,uint64 seq,uint64 seconds,uint64 bytesUsed)",
        "Status(bytes32 channelId,uint8 role,uint64 seq,uint8 status,uint8 reason,uint64 at,uint128 cumulativeAmount,bytes32 previous)",
        "Receipt(bytes32 channelId,address provider,address requester,bytes32 resource,uint32 seat,uint64 from,uint64 to,bytes32 commitment)",
        "Order(address owner,uint64 nonce,uint8 side,uint64 validUntil,bytes32 content)"))
      STRUCTURES.put(type.substring(0, type.indexOf('(')), type);
  }

  static byte[] hashStruct(String structure, Obj value) {
    String type = STRUCTURES.get(structure);
    List<byte[]> words = new ArrayList<>();
    words.add(keccak(utf8(type)));
    for (String field : type.substring(type.indexOf('(') + 1, type.length() - 1).split(",")) {
      String[] parts = field.split(" ");
      words.add(parts[0].startsWith("uint") ? word(value.big(parts[1])) : word(new BigInteger(value.text(parts[1]).substring(2), 16)));
    }
    return keccak(words.toArray(new byte[0][]));
  }

  static byte[] separator(Obj place) {
    return keccak(
        keccak(utf8("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")),
        keccak(utf8("IPSX")), keccak(utf8("1")), word(place.big("chainId")), word(new BigInteger(place.text("verifyingContract").substring(2), 16)));
  }

  static byte[] digest(Obj place, String structure, Obj value) {
    return keccak(new byte[] {0x19, 0x01}, separator(place), hashStruct(structure, value));
  }

  static String canonical(Obj order) {
    return Json.write(order, true, new StringBuilder()).toString();
  }

  static byte[] content(Obj order) {
    return keccak(utf8(canonical(order)));
  }

  static String terms(Obj offer, Obj request) {
    return hex(keccak(content(offer), content(request)));
  }

  static String channelId(Obj deal) {
    return hex(hashStruct("Deal", deal));
  }

  static Object signature(Obj event) {
    switch (event.text("type")) {
      case "typeHash" -> {
        return new Obj().put("hash", hex(keccak(utf8(STRUCTURES.get(event.text("structure"))))));
      }
      case "domain" -> {
        return new Obj().put("separator", hex(separator(event)));
      }
      case "hashStruct" -> {
        return new Obj().put("hash", hex(hashStruct(event.text("structure"), event.obj("value"))));
      }
      case "digest" -> {
        return new Obj().put("digest", hex(digest(event, event.text("structure"), event.obj("value"))));
      }
      case "channelId" -> {
        return new Obj().put("id", channelId(event.obj("deal")));
      }
      case "address" -> {
        return new Obj().put("address", Curve.address(Curve.G.times(new BigInteger(event.text("privateKey").substring(2), 16))));
      }
      case "sign" -> {
        return new Obj().put("signature", Curve.sign(bytes(event.text("digest")), new BigInteger(event.text("privateKey").substring(2), 16)));
      }
      case "recover" -> {
        String signer = Curve.recover(bytes(event.text("digest")), event.text("signature"));
        return signer == null ? error("MalformedSignature") : new Obj().put("signer", signer);
      }
      case "verify" -> {
        byte[] digest = digest(event, event.text("structure"), event.obj("value"));
        return new Obj().put("valid", event.text("signer").equals(Curve.recover(digest, event.text("signature"))));
      }
      case "content" -> {
        return new Obj().put("text", canonical(event.obj("order"))).put("content", hex(content(event.obj("order"))));
      }
      case "terms" -> {
        return new Obj().put("terms", terms(event.obj("offer"), event.obj("request")));
      }
      case "extend" -> {
        Obj head = event.obj("head");
        Obj status = event.obj("status");
        if (status.num("seq") != head.num("seq") + 1 || !status.text("previous").equals(head.text("digest"))) return error("BrokenLink");
        return new Obj().put("seq", status.num("seq")).put("digest", hex(digest(event, "Status", status)));
      }
      default -> throw new Unknown("no event " + event.text("type"));
    }
  }

  /** secp256k1. A point at infinity is null. */
  record Point(BigInteger x, BigInteger y) {
    Point plus(Point other) {
      if (other == null) return this;
      BigInteger p = Curve.P;
      BigInteger slope;
      if (x.equals(other.x)) {
        if (y.add(other.y).mod(p).signum() == 0) return null;
        slope = x.pow(2).multiply(big(3)).multiply(y.shiftLeft(1).modInverse(p));
      } else slope = other.y.subtract(y).multiply(other.x.subtract(x).mod(p).modInverse(p));
      BigInteger nx = slope.pow(2).subtract(x).subtract(other.x).mod(p);
      return new Point(nx, slope.multiply(x.subtract(nx)).subtract(y).mod(p));
    }

    Point times(BigInteger scalar) {
      Point sum = null;
      Point power = this;
      for (int bit = 0; bit < scalar.bitLength(); bit++) {
        if (scalar.testBit(bit)) sum = sum == null ? power : sum.plus(power);
        power = power == null ? null : power.plus(power);
      }
      return sum;
    }
  }

  static final class Curve {
    static final BigInteger P = TWO.pow(256).subtract(TWO.pow(32)).subtract(big(977));
    static final BigInteger N = new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    static final Point G = new Point(
        new BigInteger("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", 16),
        new BigInteger("483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8", 16));

    static String address(Point key) {
      return hex(Arrays.copyOfRange(keccak(word(key.x), word(key.y)), 12, 32));
    }

    /** The address whose key made the signature, or null (IPSX-SIG-003). */
    static String recover(byte[] digest, String signature) {
      if (!signature.matches("0x[0-9a-fA-F]{130}")) return null;
      BigInteger r = new BigInteger(signature.substring(2, 66), 16);
      BigInteger s = new BigInteger(signature.substring(66, 130), 16);
      int v = Integer.parseInt(signature.substring(130), 16);
      if (r.signum() == 0 || r.compareTo(N) >= 0 || s.signum() == 0 || s.compareTo(N.shiftRight(1)) > 0 || (v != 27 && v != 28)) return null;
      BigInteger square = r.pow(3).add(big(7)).mod(P);
      BigInteger y = square.modPow(P.add(ONE).shiftRight(2), P);
      if (!y.pow(2).mod(P).equals(square)) return null;
      if (y.testBit(0) != (v == 28)) y = P.subtract(y);
      BigInteger inverse = r.modInverse(N);
      BigInteger z = new BigInteger(1, digest);
      Point ofS = new Point(r, y).times(s.multiply(inverse).mod(N));
      Point ofZ = G.times(N.subtract(z.mod(N)).multiply(inverse).mod(N));
      Point key = ofS == null ? ofZ : ofS.plus(ofZ);
      return key == null ? null : address(key);
    }

    /** With the nonce of RFC 6979 (IPSX-SIG-006). */
    static String sign(byte[] digest, BigInteger key) {
      byte[] z = word(new BigInteger(1, digest).mod(N));
      byte[] v = new byte[32];
      Arrays.fill(v, (byte) 1);
      byte[] k = new byte[32];
      for (byte step = 0; step < 2; step++) {
        k = hmac(k, join(v, new byte[] {step}, word(key), z));
        v = hmac(k, v);
      }
      while (true) {
        v = hmac(k, v);
        BigInteger nonce = new BigInteger(1, v);
        if (nonce.signum() > 0 && nonce.compareTo(N) < 0) {
          Point point = G.times(nonce);
          BigInteger r = point.x.mod(N);
          BigInteger s = nonce.modInverse(N).multiply(new BigInteger(1, digest).add(r.multiply(key))).mod(N);
          boolean odd = point.y.testBit(0);
          if (s.compareTo(N.shiftRight(1)) > 0) {
            s = N.subtract(s);
            odd = !odd;
          }
          return hex(join(word(r), word(s), new byte[] {(byte) (odd ? 28 : 27)}));
        }
        k = hmac(k, join(v, new byte[] {0}));
        v = hmac(k, v);
      }
    }

    private static byte[] hmac(byte[] key, byte[] data) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
      } catch (java.security.GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  // ───────────────────────────────────────────── the agreement (agreement)

  static final List<String> PROVIDER = List.of("Offered", "Accepted", "Reserved", "Ready", "Paused", "Stopped", "Settled", "Declined", "Defaulted", "Disputing");
  static final List<String> REQUESTER = List.of("Offered", "Accepted", "Reserved", "Active", "Paused", "Stopped", "Settled", "Declined", "Defaulted", "Disputing");
  static final List<String> DEALS = List.of("Proposed", "Declined", "Agreed", "Provisioning", "Provisioned", "Active", "Suspended", "Closing", "Settled",
      "Disputed", "BreachedByProvider", "BreachedByRequester", "BreachedByBoth", "Anomalous");
  static final Set<String> BEFORE = Set.of("Offered", "Accepted", "Declined");
  static final Set<String> DONE = Set.of("Stopped", "Settled");
  static final Set<String> RUNNING = Set.of("Reserved", "Ready", "Active", "Paused");

  /** The seven rules (IPSX-AGR-001). */
  static String dealStatus(String p, String r) {
    if (BEFORE.contains(p) != BEFORE.contains(r)) return "Anomalous";
    if (BEFORE.contains(p)) {
      if (p.equals("Declined") || r.equals("Declined")) return "Declined";
      return p.equals("Accepted") && r.equals("Accepted") ? "Agreed" : "Proposed";
    }
    if (p.equals("Disputing") || r.equals("Disputing")) return "Disputed";
    if (p.equals("Defaulted")) return r.equals("Defaulted") ? "BreachedByBoth" : "BreachedByProvider";
    if (r.equals("Defaulted")) return "BreachedByRequester";
    if (p.equals("Settled") && r.equals("Settled")) return "Settled";
    if (DONE.contains(p) || DONE.contains(r)) return "Closing";
    if (p.equals("Reserved")) return "Provisioning";
    if (p.equals("Paused") || r.equals("Paused")) return "Suspended";
    return r.equals("Active") ? "Active" : "Provisioned";
  }

  static final class Agreement {
    String provider = "Offered";
    String requester = "Offered";
    boolean providerDisputed;
    boolean requesterDisputed;
    boolean lagging;
    boolean isFinal;

    String deal() {
      return dealStatus(provider, requester);
    }

    String state() {
      return List.of(provider, requester, providerDisputed, requesterDisputed, lagging, isFinal).toString();
    }

    /** Takes an event; false when it is rejected and nothing has changed. */
    boolean take(String event) {
      if (isFinal) return false;
      int dot = event.indexOf('.');
      return dot < 0 ? assign(event) : move(event.substring(0, dot).equals("provider"), event.substring(dot + 1));
    }

    private boolean move(boolean mine, String verb) {
      String from = mine ? provider : requester;
      String serving = mine ? "Ready" : "Active";
      String to = switch (verb) {
        case "accept" -> "Accepted";
        case "decline" -> "Declined";
        case "ready", "activate" -> serving;
        case "pause" -> "Paused";
        case "stop" -> "Stopped";
        case "settle" -> "Settled";
        case "dispute" -> "Disputing";
        default -> throw new Unknown("no move " + verb);
      };
      Set<String> next = switch (from) {
        case "Offered" -> Set.of("Accepted", "Declined");
        case "Reserved" -> Set.of(serving, "Stopped", "Disputing");
        case "Ready", "Active" -> Set.of(serving, "Paused", "Stopped", "Disputing");
        case "Paused" -> Set.of(serving, "Paused", "Stopped", "Disputing");
        case "Stopped" -> Set.of("Settled", "Disputing");
        case "Defaulted" -> Set.of("Disputing");
        default -> Set.of();
      };
      if (!next.contains(to)) return false;
      if (to.equals("Disputing") && (mine ? providerDisputed : requesterDisputed)) return false;
      if (!mine && from.equals("Paused") && to.equals("Active") && lagging) return false;
      if (to.equals("Disputing")) {
        if (mine) providerDisputed = true;
        else requesterDisputed = true;
      }
      set(mine ? to : provider, mine ? requester : to);
      return true;
    }

    private void set(String p, String r) {
      if (!r.equals("Paused")) lagging = false;
      provider = p;
      requester = r;
    }

    private boolean end(String p, String r) {
      if (BEFORE.contains(provider) || BEFORE.contains(requester)) return false;
      set(p, r);
      isFinal = true;
      return true;
    }

    private boolean assign(String event) {
      switch (event) {
        case "commit" -> {
          if (!BEFORE.contains(provider) || !BEFORE.contains(requester)) return false;
          set("Reserved", "Reserved");
        }
        case "acceptExpired" -> {
          if (!BEFORE.contains(provider) || !BEFORE.contains(requester)) return false;
          boolean both = provider.equals("Accepted") && requester.equals("Accepted");
          set(both || provider.equals("Offered") ? "Declined" : provider, both || requester.equals("Offered") ? "Declined" : requester);
          isFinal = true;
        }
        case "provisionExpired" -> {
          return deal().equals("Provisioning");
        }
        case "connectExpired" -> {
          return deal().equals("Provisioned");
        }
        case "providerSilent" -> {
          if (!provider.equals("Ready")) return false;
          set("Paused", requester);
        }
        case "requesterSilent", "lag" -> {
          if (!requester.equals("Active")) return false;
          set(provider, "Paused");
          lagging = event.equals("lag");
        }
        case "cleared" -> {
          if (!lagging) return false;
          lagging = false;
        }
        case "suspendExpired" -> {
          if (!deal().equals("Suspended")) return false;
          if (provider.equals("Paused") && requester.equals("Paused")) set("Stopped", "Stopped");
        }
        case "end", "cap" -> {
          if (!RUNNING.contains(provider) && !RUNNING.contains(requester)) return false;
          set(RUNNING.contains(provider) ? "Stopped" : provider, RUNNING.contains(requester) ? "Stopped" : requester);
        }
        case "notice", "answered", "convicted" -> {
          boolean named = Set.of("Reserved", "Ready", "Paused").contains(provider) || event.equals("answered") && provider.equals("Disputing");
          if (!named) return false;
          set(event.equals("convicted") ? "Defaulted" : "Stopped", requester);
        }
        case "lapsed" -> {
          if (!Set.of("Reserved", "Active", "Paused").contains(requester)) return false;
          set(provider, "Stopped");
        }
        case "finalSettled" -> {
          return end("Settled", "Settled");
        }
        case "finalBreachP" -> {
          return end("Defaulted", "Settled");
        }
        case "finalBreachR" -> {
          return end("Settled", "Defaulted");
        }
        case "finalBreachBoth" -> {
          return end("Defaulted", "Defaulted");
        }
        default -> throw new Unknown("no event " + event);
      }
      return true;
    }

    /** The timers that are armed, in alphabetical order: the row of the status. */
    List<String> timers() {
      if (isFinal) return List.of();
      return switch (deal()) {
        case "Proposed", "Agreed", "Declined" -> List.of("accept");
        case "Provisioning" -> List.of("end", "provision");
        case "Provisioned" -> List.of("connect", "end");
        case "Active" -> List.of("end", "heartbeatProvider", "heartbeatRequester", "lag");
        case "Suspended" -> List.of("end", "suspend");
        case "Closing", "Settled" -> List.of("settle");
        case "Disputed" -> List.of("evidence");
        case "Anomalous" -> List.of();
        default -> List.of("appeal");
      };
    }
  }

  static final class AgreementSubject implements Subject {
    private final Agreement agreement = new Agreement();
    private final boolean external;
    private final boolean pauses;
    private final long budget;
    /** How often each timer was armed so far, and which are armed now. */
    private final Map<String, Long> armings = new HashMap<>();
    private final TreeSet<String> armed = new TreeSet<>();
    private final Map<String, Long> paused = new HashMap<>(Map.of("provider", 0L, "requester", 0L));
    private final Map<String, Long> since = new HashMap<>();
    private final Inbox inbox = new Inbox();

    AgreementSubject(Obj params, boolean external) {
      this.external = external;
      pauses = params.has("suspendBudget");
      budget = pauses ? params.num("suspendBudget") : 0;
      agreement.timers().forEach(this::arm);
    }

    private void arm(String timer) {
      armed.add(timer);
      armings.merge(timer, 1L, Long::sum);
    }

    public Object take(Obj event) {
      switch (event.text("type")) {
        case "dealStatus" -> {
          return new Obj().put("deal", dealStatus(event.text("provider"), event.text("requester")));
        }
        case "number" -> {
          List<String> names = event.text("role").equals("provider") ? PROVIDER : REQUESTER;
          return new Obj().put("number", (long) names.indexOf(event.text("register")));
        }
        case "dealNumber" -> {
          return new Obj().put("number", (long) DEALS.indexOf(event.text("deal")));
        }
        case "windows" -> {
          long third = event.num("lease") / 3;
          return new Obj().put("provision", Math.min(event.num("provisionWindow"), third)).put("connect", Math.min(event.num("connectWindow"), third));
        }
        case "parameters" -> {
          return new Obj().put("valid", validParameters(event.obj("parameters")));
        }
        case "receive" -> {
          return inbox.receive(event.obj("status"), event.text("digest"));
        }
        case "rearm" -> {
          arm(event.text("timer"));
          return answer(true);
        }
        case "ring" -> {
          String timer = event.text("timer");
          boolean counts = armed.contains(timer) && armings.get(timer) == event.num("arming");
          String rings = switch (timer) {
            case "accept", "provision", "connect", "suspend" -> timer + "Expired";
            case "heartbeatProvider" -> "providerSilent";
            case "heartbeatRequester" -> "requesterSilent";
            case "end", "lag" -> timer;
            default -> null;
          };
          return answer(counts && (rings == null || step(rings)));
        }
        default -> {
          if (!pauses) return answer(step(event.text("type")));
          long at = event.num("at");
          boolean accepted = event.text("type").equals("look") || step(event.text("type"));
          notePauses(at);
          return pauseAnswer(accepted, at);
        }
      }
    }

    private boolean step(String type) {
      List<String> before = agreement.timers();
      if (!agreement.take(type)) return false;
      List<String> after = agreement.timers();
      armed.removeIf(timer -> before.contains(timer) && !after.contains(timer) || agreement.isFinal);
      for (String timer : after) if (!before.contains(timer)) arm(timer);
      return true;
    }

    /** Begins and ends pauses: a side is paused while its register is. */
    private void notePauses(long at) {
      notePause("provider", agreement.provider.equals("Paused"), at);
      notePause("requester", agreement.requester.equals("Paused"), at);
    }

    private void notePause(String side, boolean pausing, long at) {
      if (pausing) since.putIfAbsent(side, at);
      else if (since.containsKey(side)) paused.merge(side, at - since.remove(side), Long::sum);
    }

    private long pausedFor(String side, long at) {
      return paused.get(side) + (since.containsKey(side) ? at - since.get(side) : 0);
    }

    private Obj pauseAnswer(boolean accepted, long at) {
      Long suspendAt = null;
      for (String side : since.keySet()) {
        long end = since.get(side) + Math.max(0, budget - paused.get(side));
        if (suspendAt == null || end < suspendAt) suspendAt = end;
      }
      return new Obj().put("accepted", accepted).put("deal", agreement.deal()).put("providerPausedFor", pausedFor("provider", at))
          .put("requesterPausedFor", pausedFor("requester", at)).put("suspendAt", suspendAt);
    }

    private Obj answer(boolean accepted) {
      Obj outcome = new Obj().put("deal", agreement.deal()).put("final", agreement.isFinal);
      if (external) return outcome;
      return outcome.put("accepted", accepted).put("provider", agreement.provider).put("requester", agreement.requester)
          .put("providerDisputed", agreement.providerDisputed).put("requesterDisputed", agreement.requesterDisputed)
          .put("lagging", agreement.lagging).put("timers", new ArrayList<>(armed));
    }
  }

  /** IPSX-AGR-039: a timer that moves money is at least finality + 2Δ + provisionWindow. */
  static boolean validParameters(Obj set) {
    long least = set.num("finality") + 2 * set.num("delta") + set.num("provisionWindow");
    for (String timer : List.of("settleGrace", "challengeSeconds", "appealSeconds", "evidenceSeconds", "claimWindow"))
      if (set.num(timer) < least) return false;
    return set.num("minLease") >= 3;
  }

  /** One sender's statuses, applied in the order of their numbers (IPSX-PCH-002 to IPSX-PCH-007). */
  static final class Inbox {
    private final TreeMap<Long, Obj> held = new TreeMap<>();
    private final Map<Long, String> digests = new HashMap<>();
    private long applied = 0;
    private String head = "0x" + "0".repeat(64);
    private Long register;
    private boolean equivocation;

    Obj receive(Obj status, String digest) {
      long seq = status.num("seq");
      String known = seq <= applied ? digests.get(seq) : held.containsKey(seq) ? held.get(seq).text("digest") : null;
      if (known != null && !known.equals(digest)) equivocation = true;
      if (seq > applied && (known == null || digest.compareTo(known) < 0)) held.put(seq, new Obj().put("status", status).put("digest", digest));
      List<Object> now = new ArrayList<>();
      while (held.containsKey(applied + 1)) {
        Obj next = held.remove(applied + 1);
        if (!next.obj("status").text("previous").equals(head)) continue;
        applied++;
        head = next.text("digest");
        digests.put(applied, head);
        register = next.obj("status").num("status");
        now.add(applied);
      }
      if (held.size() > 64) held.pollLastEntry();
      return new Obj().put("applied", now).put("register", register).put("held", (long) held.size()).put("equivocation", equivocation);
    }
  }

  // ───────────────────────────────────────────── money (payment, wallet, chain)

  static BigInteger commission(BigInteger cumulative, BigInteger basisPoints, BigInteger minimum) {
    return minimum.max(cumulative.multiply(basisPoints).divide(big(10_000)));
  }

  static BigInteger price(Obj deal, BigInteger seconds, BigInteger bytesUsed) {
    BigInteger sum = deal.big("setupPrice").add(deal.big("pricePerSecond").multiply(seconds)).add(deal.big("pricePerByte").multiply(bytesUsed));
    return sum.min(deal.big("cap"));
  }

  static long interval(long maxLag) {
    return Math.max(1, maxLag / 2);
  }

  static Object voucher(Obj event) {
    switch (event.text("type")) {
      case "price" -> {
        return new Obj().put("amount", price(event.obj("deal"), event.big("seconds"), event.big("bytesUsed")));
      }
      case "commission" -> {
        return new Obj().put("amount", commission(event.big("cumulative"), event.big("commissionBp"), event.big("minCommission")));
      }
      case "commissionOf" -> {
        BigInteger from = commission(event.big("from"), event.big("commissionBp"), event.big("minCommission"));
        return new Obj().put("amount", commission(event.big("to"), event.big("commissionBp"), event.big("minCommission")).subtract(from));
      }
      case "interval" -> {
        return new Obj().put("seconds", interval(event.num("maxLag")));
      }
      case "mayForward" -> {
        Obj deal = event.obj("deal");
        BigInteger served = price(deal, event.big("seconds"), ZERO);
        BigInteger bound = event.big("signed").add(deal.big("pricePerSecond").multiply(deal.big("maxLag")));
        return new Obj().put("may", served.compareTo(bound) <= 0);
      }
      case "mayAdmit", "shouldPrepay" -> {
        Obj deal = event.obj("deal");
        BigInteger first = deal.big("setupPrice").add(deal.big("pricePerSecond").multiply(big(interval(deal.num("maxLag")))));
        if (event.text("type").equals("shouldPrepay")) return new Obj().put("should", deal.big("prepaid").compareTo(first) <= 0);
        return new Obj().put("may", deal.big("prepaid").compareTo(first.min(deal.big("cap"))) >= 0);
      }
      default -> throw new Unknown("no event " + event.text("type"));
    }
  }

  /** The books of one standing reservation (IPSX-AGR-070 to IPSX-AGR-076). */
  static final class Short implements Subject {
    private final Obj params;
    private final Map<Long, Obj> open = new HashMap<>();
    private BigInteger spent = ZERO;
    private long last = 0;
    private boolean closed;

    Short(Obj params) {
      this.params = params;
    }

    private BigInteger free(String of) {
      BigInteger left = params.obj("reservation").big(of);
      for (Obj deal : open.values()) left = left.subtract(deal.big(of));
      return of.equals("cap") ? left.subtract(spent) : left;
    }

    public Object take(Obj event) {
      Obj reservation = params.obj("reservation");
      Obj parameters = params.obj("parameters");
      switch (event.text("type")) {
        case "countersign" -> {
          Obj deal = event.obj("short");
          long lease = deal.num("end") - deal.num("start");
          if (!deal.text("reservation").equals(params.text("id"))) return error("WrongReservation");
          if (closed) return error("ReservationClosed");
          if (deal.num("nonce") <= last) return error("ShortDealStale");
          if (lease < parameters.num("minLease") || lease > parameters.num("shortLeaseMax") || deal.num("start") < reservation.num("start")
              || deal.num("end") > reservation.num("end")) return error("ShortLeaseRefused");
          if (deal.big("cap").compareTo(free("cap")) > 0 || deal.big("bond").compareTo(free("bond")) > 0) return error("ReservationExhausted");
          last = deal.num("nonce");
          open.put(last, deal);
        }
        case "finish" -> {
          Obj deal = open.get(event.num("nonce"));
          if (deal == null) return error("UnknownShortDeal");
          if (event.big("charged").compareTo(deal.big("cap")) > 0) return error("ShortDealOvercharged");
          open.remove(event.num("nonce"));
          spent = spent.add(event.big("charged"));
        }
        case "close" -> closed = true;
        default -> throw new Unknown("no event " + event.text("type"));
      }
      return new Obj().put("freeCap", free("cap")).put("freeBond", free("bond"));
    }
  }

  /** What everybody gets, from facts and terms alone (IPSX-AGR-060). */
  record Verdict(BigInteger paid, BigInteger fee, BigInteger penaltyProvider, BigInteger penaltyRequester, BigInteger noShow, BigInteger burned,
      BigInteger fromProvider, BigInteger fromRequester, BigInteger toProvider, BigInteger toRequester, boolean byProvider, boolean byRequester) {

    static Verdict of(Obj facts, Obj terms, Obj rates) {
      BigInteger cap = terms.big("cap");
      BigInteger bond = terms.big("bond");
      boolean seats = terms.num("seats") > 0;
      BigInteger before = facts.big("paid");
      BigInteger metered = cap.min(facts.big("meterDue"));
      BigInteger vouched = before.max(terms.big("prepaid"));
      BigInteger c = vouched.max(metered);
      BigInteger rest = cap.subtract(c);
      boolean breachP = facts.flag("convicted") && !facts.flag("exonerated") || facts.flag("providerEquivocated");
      boolean breachR = facts.flag("requesterEquivocated");
      long stopped = facts.num("providerStoppedAt");
      long notice = facts.num("noticeAt");
      boolean early = seats && stopped != 0 && !facts.flag("requesterStopped") && !facts.flag("lagged") && !(notice != 0 && stopped >= notice);
      BigInteger penaltyP = ZERO;
      if (breachP) penaltyP = bond;
      else if (early) {
        BigInteger remaining = big(terms.num("end") - Math.max(stopped, terms.num("start")));
        penaltyP = ceilDiv(bond.multiply(remaining), big(terms.num("end") - terms.num("start")));
      }
      BigInteger noShow = seats && c.signum() == 0 && !breachP && stopped == 0 ? terms.big("noShowCharge").min(rest) : ZERO;
      BigInteger penaltyR = breachR ? rest.subtract(noShow).min(bond) : ZERO;
      BigInteger fee = commission(c, rates.big("commissionBp"), rates.big("minCommission"))
          .subtract(commission(before, rates.big("commissionBp"), rates.big("minCommission")));
      BigInteger fromP = breachP ? penaltyP.shiftRight(1) : penaltyP;
      BigInteger fromR = penaltyR.shiftRight(1);
      BigInteger burned = penaltyP.subtract(fromP).add(penaltyR.subtract(fromR)).add(noShow);
      BigInteger toP = c.subtract(before).subtract(fee).add(bond).subtract(penaltyP).add(fromR);
      BigInteger toR = rest.subtract(noShow).subtract(penaltyR).add(fromP);
      BigInteger challenge = rates.big("challengeStake");
      BigInteger dispute = rates.big("disputeStake");
      BigInteger reservedP = bond;
      BigInteger reservedR = cap.subtract(before);
      if (facts.flag("challenged")) {
        reservedR = reservedR.add(challenge);
        if (!facts.flag("exonerated") && (facts.flag("convicted") || stopped != 0)) toR = toR.add(challenge);
        else toP = toP.add(challenge);
      }
      if (facts.flag("demanded")) {
        reservedP = reservedP.add(challenge);
        toP = toP.add(challenge);
      }
      if (facts.flag("providerDisputed")) {
        reservedP = reservedP.add(dispute);
        if (facts.flag("exonerated") || facts.flag("requesterEquivocated") || metered.compareTo(vouched) > 0) toP = toP.add(dispute);
        else burned = burned.add(dispute);
      }
      if (facts.flag("requesterDisputed")) {
        reservedR = reservedR.add(dispute);
        if (facts.flag("providerEquivocated")) toR = toR.add(dispute);
        else burned = burned.add(dispute);
      }
      return new Verdict(c, fee, penaltyP, penaltyR, noShow, burned, reservedP, reservedR, toP, toR, breachP, breachR);
    }

    Obj answer() {
      return new Obj().put("paid", paid).put("fee", fee).put("penaltyProvider", penaltyProvider).put("penaltyRequester", penaltyRequester)
          .put("noShow", noShow).put("burned", burned).put("fromProvider", fromProvider)
          .put("fromRequester", fromRequester).put("toProvider", toProvider).put("toRequester", toRequester)
          .put("breachedByProvider", byProvider).put("breachedByRequester", byRequester);
    }
  }

  static final List<String> PHASES = List.of("None", "Open", "Closing", "Challenged", "Demanded", "Breached", "Disputed", "Final");

  static final class Channel {
    final Obj deal;
    final String id;
    String phase = "Open";
    BigInteger paid = ZERO;
    BigInteger meterDue = ZERO;
    BigInteger due = ZERO;
    long since;
    long sinceBlock;
    long challengedAt;
    final Set<String> stopped = new HashSet<>();
    /** The facts of a verdict, but for the amounts. */
    final Obj facts = new Obj().put("providerStoppedAt", 0L).put("noticeAt", 0L);

    Channel(String id, Obj deal) {
      this.id = id;
      this.deal = deal;
    }

    BigInteger cap() {
      return deal.big("cap");
    }

    BigInteger bond() {
      return deal.big("bond");
    }

    String provider() {
      return deal.text("provider");
    }

    String requester() {
      return deal.text("requester");
    }

    boolean serves() {
      return Set.of("Open", "Challenged", "Demanded").contains(phase);
    }
  }

  /** A transaction is refused, and changes nothing. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    final String name;
    final Obj values = new Obj();

    Refused(String name, Object... pairs) {
      super(name, null, false, false);
      this.name = name;
      for (int i = 0; i < pairs.length; i += 2) values.put((String) pairs[i], pairs[i + 1]);
    }
  }

  static final String NOBODY = "0x" + "0".repeat(40);
  static final String NO_HASH = "0x" + "0".repeat(64);
  static final BigInteger UNLIMITED = TWO.pow(256).subtract(ONE);

  /** The Centralizer and the token, one transaction at a time: checks in the order of the chain's table, then effects. */
  static final class Ledger {
    final Obj parameters;
    final Obj accounts;
    final String centralizer;
    final Map<String, BigInteger> balance = new HashMap<>();
    final Map<String, BigInteger> reserved = new HashMap<>();
    final Map<String, BigInteger> tokens = new HashMap<>();
    final Map<String, BigInteger> allowances = new HashMap<>();
    final Map<String, Channel> channels = new HashMap<>();
    final Map<String, Long> nonces = new HashMap<>();
    final Map<String, List<Channel>> bookings = new HashMap<>();
    final Map<String, BigInteger> stakes = new HashMap<>();
    final Map<String, long[]> unstaking = new HashMap<>();
    final Set<Set<String>> proven = new HashSet<>();
    BigInteger fees = ZERO;
    BigInteger supply = big(1_800_000_000).multiply(UNIT);
    long now;
    long height;
    private List<Object> logs = new ArrayList<>();

    Ledger(Obj params) {
      parameters = params.obj("parameters");
      accounts = params.obj("accounts");
      centralizer = params.obj("place").text("centralizer");
      now = params.obj("genesis").num("timestamp");
      height = params.obj("genesis").num("number");
      String[] parts = {"funding", "partners", "bounty", "team"};
      long[] millions = {900, 495, 45, 360};
      for (int i = 0; i < parts.length; i++) add(tokens, accounts.text(parts[i]), big(millions[i] * 1_000_000).multiply(UNIT));
      String funding = accounts.text("funding");
      for (Object one : params.list("wallets")) {
        List<?> pair = (List<?>) one;
        BigInteger sum = new BigInteger((String) pair.get(1));
        add(tokens, funding, sum.negate());
        add(tokens, centralizer, sum);
        add(balance, (String) pair.get(0), sum);
      }
      for (Object one : params.list("tokens")) {
        List<?> pair = (List<?>) one;
        add(tokens, funding, new BigInteger((String) pair.get(1)).negate());
        add(tokens, (String) pair.get(0), new BigInteger((String) pair.get(1)));
      }
    }

    static void add(Map<String, BigInteger> to, String key, BigInteger sum) {
      to.merge(key, sum, BigInteger::add);
    }

    static BigInteger of(Map<String, BigInteger> map, String key) {
      return map.getOrDefault(key, ZERO);
    }

    BigInteger rate(String name) {
      return parameters.big(name);
    }

    BigInteger phi(BigInteger cumulative) {
      return commission(cumulative, rate("commissionBp"), rate("minCommission"));
    }

    /** The events of a transaction; throws Refused. */
    List<Object> apply(Obj t) {
      logs = new ArrayList<>();
      perform(t);
      return logs;
    }

    private Obj log(String event) {
      Obj obj = new Obj().put("event", event);
      logs.add(obj);
      return obj;
    }

    private Channel channel(Obj t) {
      Channel channel = channels.get(t.text("id"));
      if (channel == null) throw new Refused("UnknownChannel", "id", t.text("id"));
      return channel;
    }

    private Channel living(Obj t) {
      Channel channel = channel(t);
      if (channel.phase.equals("Final")) throw new Refused("ChannelFinal", "id", channel.id);
      return channel;
    }

    private void party(Channel channel, String sender, String... parties) {
      if (!Arrays.asList(parties).contains(sender)) throw new Refused("NotParty", "id", channel.id, "sender", sender);
    }

    private void phase(Channel channel, String... admitted) {
      if (!Arrays.asList(admitted).contains(channel.phase))
        throw new Refused("WrongPhase", "id", channel.id, "phase", (long) PHASES.indexOf(channel.phase));
    }

    private void signed(String author, String party) {
      if (!party.equals(author)) throw new Refused("InvalidSignature", "expected", party);
    }

    private void covered(String wallet, BigInteger needed) {
      if (of(balance, wallet).compareTo(needed) < 0)
        throw new Refused("InsufficientBalance", "wallet", wallet, "available", of(balance, wallet), "needed", needed);
    }

    private void reserve(String wallet, BigInteger sum) {
      add(balance, wallet, sum.negate());
      add(reserved, wallet, sum);
    }

    private void enter(Channel channel, String phase) {
      channel.phase = phase;
      channel.since = now;
      channel.sinceBlock = height;
    }

    private void late(String id, long since, long seconds, long block) {
      long time = since + seconds;
      long least = block + parameters.num("deadlineBlocks");
      if (now < time || height < least) throw new Refused("TooEarly", "id", id, "earliestTime", time, "earliestBlock", least);
    }

    private void drawTokens(String owner, BigInteger sum) {
      BigInteger allowed = of(allowances, owner);
      if (allowed.compareTo(sum) < 0)
        throw new Refused("ERC20InsufficientAllowance", "spender", centralizer, "allowance", allowed, "needed", sum);
      moveTokens(owner, centralizer, sum);
      if (!allowed.equals(UNLIMITED)) allowances.put(owner, allowed.subtract(sum));
    }

    private void moveTokens(String from, String to, BigInteger sum) {
      if (to.equals(NOBODY)) throw new Refused("ERC20InvalidReceiver", "receiver", to);
      holds(from, sum);
      add(tokens, from, sum.negate());
      add(tokens, to, sum);
    }

    private void holds(String owner, BigInteger sum) {
      if (of(tokens, owner).compareTo(sum) < 0)
        throw new Refused("ERC20InsufficientBalance", "sender", owner, "balance", of(tokens, owner), "needed", sum);
    }

    private void burn(String owner, BigInteger sum) {
      holds(owner, sum);
      add(tokens, owner, sum.negate());
      supply = supply.subtract(sum);
    }

    private static void above(BigInteger sum) {
      if (sum.signum() == 0) throw new Refused("ZeroAmount");
    }

    private void perform(Obj t) {
      String sender = t.text("sender");
      switch (t.text("type")) {
        case "OpenDeal" -> open(t);
        case "CancelOrders" -> {
          long current = nonces.getOrDefault(sender, 0L);
          if (t.num("minimum") <= current) throw new Refused("NonceNotIncreasing", "owner", sender, "minimum", t.num("minimum"), "current", current);
          nonces.put(sender, t.num("minimum"));
          log("OrdersCancelled").put("owner", sender).put("minimum", t.num("minimum"));
        }
        case "Claim" -> claim(t);
        case "ClaimMany" -> all(t.objs("claims"), this::checkClaim, this::claim);
        case "ClaimStatement" -> statement(t);
        case "Settle" -> settle(t);
        case "SettleMany" -> all(t.objs("settlements"), this::checkSettle, this::settle);
        case "Stop" -> stop(channel(t), sender);
        case "Expire" -> {
          Channel channel = channel(t);
          phase(channel, "Open", "Demanded");
          long end = channel.deal.num("end");
          if (now < end) throw new Refused("TooEarly", "id", channel.id, "earliestTime", end, "earliestBlock", 0L);
          enter(channel, "Closing");
          log("DealEnded").put("id", channel.id);
        }
        case "GiveNotice" -> {
          Channel channel = channel(t);
          party(channel, sender, channel.provider());
          phase(channel, "Open", "Demanded");
          if (channel.facts.num("noticeAt") != 0) throw new Refused("AlreadyNoticed", "id", channel.id);
          long earliest = now + channel.deal.num("notice");
          if (t.num("at") < earliest) throw new Refused("NoticeTooShort", "id", channel.id, "at", t.num("at"), "earliest", earliest);
          channel.facts.put("noticeAt", t.num("at"));
          log("NoticeGiven").put("id", channel.id).put("at", t.num("at"));
        }
        case "Challenge" -> {
          Channel channel = channel(t);
          party(channel, sender, channel.requester());
          phase(channel, "Open");
          if (now < channel.deal.num("start") || now >= channel.deal.num("end")) throw outside(channel);
          covered(sender, rate("challengeStake"));
          reserve(sender, rate("challengeStake"));
          enter(channel, "Challenged");
          channel.facts.put("challenged", true);
          channel.challengedAt = now;
          log("DealChallenged").put("id", channel.id);
        }
        case "Answer" -> {
          Channel channel = channel(t);
          party(channel, sender, channel.provider());
          phase(channel, "Challenged");
          channel.facts.put("answered", true);
          enter(channel, "Closing");
          log("ChallengeAnswered").put("id", channel.id);
        }
        case "Convict", "Lapse" -> {
          Channel channel = channel(t);
          boolean convict = t.text("type").equals("Convict");
          phase(channel, convict ? "Challenged" : "Demanded");
          late(channel.id, channel.since, parameters.num("challengeSeconds"), channel.sinceBlock);
          channel.facts.put(convict ? "convicted" : "lagged", true);
          enter(channel, convict ? "Breached" : "Closing");
          log(convict ? "ProviderDefaulted" : "DemandLapsed").put("id", channel.id);
        }
        case "Demand" -> demand(channel(t), t);
        case "ProveMeter" -> {
          Channel channel = living(t);
          Obj meter = t.obj("meter");
          if (!meter.text("channelId").equals(channel.id)) throw new Refused("WrongChannel", "expected", channel.id, "actual", meter.text("channelId"));
          both(channel, t.obj("authors"));
          channel.meterDue = channel.meterDue.max(price(channel.deal, meter.big("seconds"), meter.big("bytesUsed")));
          log("MeterProved").put("id", channel.id).put("meterDue", channel.meterDue);
        }
        case "ProveEquivocation" -> equivocation(living(t), t.obj("first"), t.obj("second"));
        case "ProveService" -> {
          Channel channel = living(t);
          Obj status = t.obj("status");
          if (!channel.facts.flag("convicted")) phase(channel, "Challenged");
          boolean service = status.text("channelId").equals(channel.id) && status.num("role") == 1 && status.num("status") == 3
              && status.num("at") >= channel.challengedAt;
          if (!service) throw new Refused("NotService", "id", channel.id);
          signed(t.text("author"), channel.requester());
          channel.facts.put("exonerated", true);
          log("ServiceProved").put("id", channel.id);
        }
        case "Dispute" -> {
          Channel channel = channel(t);
          party(channel, sender, channel.provider(), channel.requester());
          phase(channel, "Closing", "Breached", "Disputed");
          String fact = sender.equals(channel.provider()) ? "providerDisputed" : "requesterDisputed";
          if (channel.facts.flag(fact)) throw new Refused("AlreadyDisputed", "id", channel.id, "party", sender);
          covered(sender, rate("disputeStake"));
          reserve(sender, rate("disputeStake"));
          channel.facts.put(fact, true);
          if (!channel.phase.equals("Disputed")) enter(channel, "Disputed");
          log("DealDisputed").put("id", channel.id).put("by", sender);
        }
        case "Finalize" -> finish(channel(t));
        case "Stake" -> {
          BigInteger sum = t.big("amount");
          above(sum);
          covered(sender, sum);
          reserve(sender, sum);
          add(stakes, sender, sum);
          unstaking.remove(sender);
          log("Staked").put("owner", sender).put("amount", sum);
        }
        case "RequestUnstake" -> {
          if (of(stakes, sender).signum() == 0) throw new Refused("NothingStaked", "owner", sender);
          unstaking.put(sender, new long[] {now, height});
          log("UnstakeRequested").put("owner", sender);
        }
        case "Unstake" -> {
          BigInteger sum = of(stakes, sender);
          if (sum.signum() == 0) throw new Refused("NothingStaked", "owner", sender);
          long[] asked = unstaking.get(sender);
          if (asked == null) throw new Refused("UnstakeNotRequested", "owner", sender);
          late("0x" + "0".repeat(24) + sender.substring(2), asked[0], parameters.num("claimWindow"), asked[1]);
          stakes.remove(sender);
          unstaking.remove(sender);
          reserve(sender, sum.negate());
          log("Unstaked").put("owner", sender).put("amount", sum);
        }
        case "ProveDoubleLease" -> doubleLease(sender, t.obj("first"), t.obj("second"));
        case "Deposit", "DepositWithPermit" -> {
          BigInteger sum = t.big("amount");
          above(sum);
          BigInteger allowed = of(allowances, sender);
          boolean permitted = t.text("type").equals("DepositWithPermit") && sender.equals(t.text("author")) && t.num("deadline") >= now;
          if (permitted) allowances.put(sender, sum);
          try {
            drawTokens(sender, sum);
          } catch (Refused refused) {
            allowances.put(sender, allowed);
            throw refused;
          }
          add(balance, sender, sum);
          log("Deposited").put("owner", sender).put("amount", sum);
        }
        case "DepositMany" -> {
          BigInteger sum = ZERO;
          for (Obj one : t.objs("deposits")) {
            above(one.big("amount"));
            if (one.text("owner").equals(NOBODY)) throw new Refused("ZeroAddress");
            sum = sum.add(one.big("amount"));
          }
          drawTokens(sender, sum);
          for (Obj one : t.objs("deposits")) {
            add(balance, one.text("owner"), one.big("amount"));
            log("Deposited").put("owner", one.text("owner")).put("amount", one.big("amount"));
          }
        }
        case "Withdraw" -> {
          above(t.big("amount"));
          covered(sender, t.big("amount"));
          add(balance, sender, t.big("amount").negate());
          moveTokens(centralizer, sender, t.big("amount"));
          log("Withdrawn").put("owner", sender).put("amount", t.big("amount"));
        }
        case "Transfer" -> {
          above(t.big("amount"));
          if (t.text("to").equals(NOBODY)) throw new Refused("ZeroAddress");
          covered(sender, t.big("amount"));
          add(balance, sender, t.big("amount").negate());
          add(balance, t.text("to"), t.big("amount"));
          log("Transferred").put("from", sender).put("to", t.text("to")).put("amount", t.big("amount"));
        }
        case "AnchorProfile" -> log("ProfileAnchored").put("owner", sender).put("hash", t.text("hash"));
        case "WithdrawFees" -> {
          if (!sender.equals(accounts.text("platform"))) throw new Refused("NotPlatform", "sender", sender);
          above(fees);
          if (t.text("to").equals(NOBODY)) throw new Refused("ZeroAddress");
          BigInteger sum = fees;
          moveTokens(centralizer, t.text("to"), sum);
          fees = ZERO;
          log("FeesWithdrawn").put("to", t.text("to")).put("amount", sum);
        }
        case "ApproveTokens" -> allowances.put(sender, t.big("amount"));
        case "TransferTokens" -> moveTokens(sender, t.text("to"), t.big("amount"));
        case "BurnTokens" -> burn(sender, t.big("amount"));
        case "OpenTransfers" -> {
          if (!sender.equals(accounts.text("funding"))) throw new Refused("NotFundingController", "sender", sender);
          throw new Refused("TransfersAlreadyOpen");
        }
        default -> throw new Unknown("no transaction " + t.text("type"));
      }
    }

    private Refused outside(Channel channel) {
      return new Refused("OutsideLease", "id", channel.id, "start", channel.deal.num("start"), "end", channel.deal.num("end"), "now", now);
    }

    private void both(Channel channel, Obj authors) {
      signed(authors.text("provider"), channel.provider());
      signed(authors.text("requester"), channel.requester());
    }

    /** All of them or none (IPSX-PAY-015): each item sees what those before it did. */
    private void all(List<Obj> items, java.util.function.Consumer<Obj> check, java.util.function.Consumer<Obj> act) {
      Map<String, BigInteger> paid = new HashMap<>();
      Set<String> ended = new HashSet<>();
      for (Obj item : items) {
        Channel channel = channels.get(item.text("id"));
        if (channel == null) throw new Refused("UnknownChannel", "id", item.text("id"));
        BigInteger before = channel.paid;
        String phase = channel.phase;
        channel.paid = paid.getOrDefault(channel.id, before);
        if (ended.contains(channel.id)) channel.phase = "Final";
        try {
          check.accept(item);
        } finally {
          channel.paid = before;
          channel.phase = phase;
        }
        paid.put(channel.id, item.big("cumulative"));
        if (item.has("authors")) ended.add(channel.id);
      }
      items.forEach(act);
    }

    private int badTerms(Obj d) {
      long start = d.num("start");
      long end = d.num("end");
      BigInteger cap = d.big("cap");
      boolean seats = d.num("seats") > 0;
      if (end - start < parameters.num("minLease") || end - start > parameters.num("maxLease")) return 1;
      if (now >= end) return 2;
      if (d.text("provider").equals(d.text("requester")) || d.text("provider").equals(NOBODY) || d.text("requester").equals(NOBODY)) return 3;
      if (cap.signum() == 0 || d.big("prepaid").compareTo(cap) > 0 || d.big("setupPrice").compareTo(cap) > 0) return 4;
      if (seats && d.big("bond").compareTo(ceilDiv(cap.multiply(rate("bondBp")), big(10_000))) < 0) return 5;
      if (d.num("seats") > parameters.num("maxSeats") || d.num("firstSeat") + d.num("seats") > 1L << 32) return 6;
      if (seats && (d.big("noShowCharge").signum() == 0 || d.big("noShowCharge").compareTo(cap) > 0)) return 7;
      if (start > now + parameters.num("bookAheadMax")) return 8;
      for (String name : List.of("cap", "bond", "prepaid", "pricePerSecond", "pricePerByte", "setupPrice", "noShowCharge"))
        if (!isAmount(d.big(name), 96)) return 9;
      return 0;
    }

    private void open(Obj t) {
      Obj d = t.obj("deal");
      String id = t.text("id");
      if (channels.containsKey(id)) throw new Refused("ChannelExists", "id", id);
      if (now > d.num("validUntil")) throw new Refused("DealExpired", "id", id, "validUntil", d.num("validUntil"), "now", now);
      int code = badTerms(d);
      if (code != 0) throw new Refused("BadTerms", "id", id, "code", (long) code);
      for (String side : List.of("provider", "requester")) {
        long minimum = nonces.getOrDefault(d.text(side), 0L);
        long nonce = d.num(side + "Nonce");
        if (nonce < minimum) throw new Refused("NonceCancelled", "owner", d.text(side), "nonce", nonce, "minimum", minimum);
      }
      Channel channel = new Channel(id, d);
      both(channel, t.obj("authors"));
      String provider = channel.provider();
      for (long seat = d.num("firstSeat"); seat < d.num("firstSeat") + d.num("seats"); seat++) {
        long serving = 0;
        for (Channel booked : bookings.getOrDefault(seatKey(d, seat), List.of())) {
          if (!booked.serves() || booked.deal.num("end") <= now) continue;
          serving++;
          if (booked.deal.num("start") < d.num("end") && d.num("start") < booked.deal.num("end"))
            throw new Refused("SeatTaken", "provider", provider, "resource", d.text("resource"), "seat", seat);
        }
        if (serving >= 16) throw new Refused("TooManyBookings", "provider", provider, "resource", d.text("resource"), "seat", seat);
      }
      BigInteger minimum = rate("minCommission");
      covered(channel.requester(), channel.cap().add(minimum));
      covered(provider, channel.bond());
      for (long seat = d.num("firstSeat"); seat < d.num("firstSeat") + d.num("seats"); seat++)
        bookings.computeIfAbsent(seatKey(d, seat), key -> new ArrayList<>()).add(channel);
      reserve(channel.requester(), channel.cap());
      add(balance, channel.requester(), minimum.negate());
      reserve(provider, channel.bond());
      fees = fees.add(minimum);
      channels.put(id, channel);
      enter(channel, "Open");
      log("DealOpened").put("id", id).put("provider", provider).put("requester", channel.requester()).put("cap", channel.cap())
          .put("bond", channel.bond()).put("start", d.num("start")).put("end", d.num("end"));
    }

    private static String seatKey(Obj d, long seat) {
      return d.text("provider") + d.text("resource") + seat;
    }

    /** Moves what a higher cumulative amount adds; returns the commission of it. */
    private BigInteger move(Channel channel, BigInteger cumulative) {
      BigInteger step = cumulative.subtract(channel.paid);
      BigInteger fee = phi(cumulative).subtract(phi(channel.paid));
      add(reserved, channel.requester(), step.negate());
      add(balance, channel.provider(), step.subtract(fee));
      fees = fees.add(fee);
      channel.paid = cumulative;
      return fee;
    }

    private void pay(Channel channel, BigInteger cumulative) {
      BigInteger fee = move(channel, cumulative);
      log("VoucherPaid").put("id", channel.id).put("cumulative", cumulative).put("feeDelta", fee);
      meet(channel);
    }

    /** A payment that reaches an open demand answers it (IPSX-AGR-053). */
    private void meet(Channel channel) {
      if (channel.phase.equals("Demanded") && channel.paid.compareTo(channel.due) >= 0) {
        add(reserved, channel.provider(), rate("challengeStake").negate());
        add(balance, channel.requester(), rate("challengeStake"));
        channel.facts.put("demanded", false);
        enter(channel, "Open");
        log("DemandMet").put("id", channel.id);
      }
    }

    /** One signature over many channels' cumulative amounts (IPSX-PAY-031 to IPSX-PAY-035). */
    private void statement(Obj t) {
      signed(t.text("author"), t.text("payer"));
      for (Obj entry : t.objs("entries")) {
        Channel channel = channel(entry);
        party(channel, t.text("payer"), channel.requester());
        BigInteger cumulative = entry.big("cumulative");
        if (cumulative.compareTo(channel.cap()) > 0)
          throw new Refused("VoucherExceedsCap", "id", channel.id, "cumulative", cumulative, "cap", channel.cap());
      }
      BigInteger paid = ZERO;
      BigInteger charged = ZERO;
      for (Obj entry : t.objs("entries")) {
        Channel channel = channels.get(entry.text("id"));
        BigInteger cumulative = entry.big("cumulative");
        if (channel.phase.equals("Final") || cumulative.compareTo(channel.paid) <= 0) continue;
        paid = paid.add(cumulative.subtract(channel.paid));
        charged = charged.add(move(channel, cumulative));
        meet(channel);
      }
      if (paid.signum() == 0) throw new Refused("ZeroAmount");
      log("StatementPaid").put("payer", t.text("payer")).put("entries", t.text("statement")).put("paid", paid).put("fees", charged);
    }

    private void checkClaim(Obj t) {
      Channel channel = living(t);
      BigInteger cumulative = t.big("cumulative");
      if (cumulative.compareTo(channel.cap()) > 0)
        throw new Refused("VoucherExceedsCap", "id", channel.id, "cumulative", cumulative, "cap", channel.cap());
      if (cumulative.compareTo(channel.paid) <= 0)
        throw new Refused("VoucherStale", "id", channel.id, "cumulative", cumulative, "paid", channel.paid);
      String author = t.has("signature") ? t.text("signer") : t.text("author");
      signed(author, channel.requester());
    }

    private void claim(Obj t) {
      checkClaim(t);
      pay(channels.get(t.text("id")), t.big("cumulative"));
    }

    private void checkSettle(Obj t) {
      Channel channel = living(t);
      BigInteger cumulative = t.big("cumulative");
      if (cumulative.compareTo(channel.cap()) > 0)
        throw new Refused("VoucherExceedsCap", "id", channel.id, "cumulative", cumulative, "cap", channel.cap());
      if (cumulative.compareTo(channel.paid) < 0)
        throw new Refused("VoucherStale", "id", channel.id, "cumulative", cumulative, "paid", channel.paid);
      both(channel, t.obj("authors"));
    }

    private void settle(Obj t) {
      checkSettle(t);
      Channel channel = channels.get(t.text("id"));
      move(channel, t.big("cumulative"));
      back(channel.requester(), channel.cap().subtract(channel.paid));
      back(channel.provider(), channel.bond());
      if (channel.facts.flag("challenged")) back(channel.requester(), rate("challengeStake"));
      if (channel.facts.flag("demanded")) back(channel.provider(), rate("challengeStake"));
      if (channel.facts.flag("providerDisputed")) back(channel.provider(), rate("disputeStake"));
      if (channel.facts.flag("requesterDisputed")) back(channel.requester(), rate("disputeStake"));
      channel.phase = "Final";
      settled(channel, ZERO, ZERO, t.text("receipt"));
    }

    private void back(String wallet, BigInteger sum) {
      reserve(wallet, sum.negate());
    }

    private void settled(Channel channel, BigInteger penaltyProvider, BigInteger penaltyRequester, String receipt) {
      log("DealSettled").put("id", channel.id).put("cumulative", channel.paid).put("penaltyProvider", penaltyProvider)
          .put("penaltyRequester", penaltyRequester).put("receipt", receipt);
    }

    private void stop(Channel channel, String sender) {
      party(channel, sender, channel.provider(), channel.requester());
      phase(channel, "Open", "Closing", "Challenged", "Demanded");
      if (!channel.stopped.add(sender)) throw new Refused("AlreadyStopped", "id", channel.id, "party", sender);
      if (sender.equals(channel.requester())) channel.facts.put("requesterStopped", true);
      else if (now < channel.deal.num("end")) channel.facts.put("providerStoppedAt", now);
      if (!channel.phase.equals("Closing")) enter(channel, "Closing");
      log("DealStopped").put("id", channel.id).put("by", sender);
    }

    private void demand(Channel channel, Obj t) {
      String sender = t.text("sender");
      BigInteger due = t.big("due");
      Obj d = channel.deal;
      party(channel, sender, channel.provider());
      phase(channel, "Open");
      if (d.num("seats") == 0) throw new Refused("BadDemand", "id", channel.id, "due", due, "most", ZERO);
      if (now < d.num("start")) throw outside(channel);
      BigInteger most = channel.cap();
      if (d.big("pricePerByte").signum() == 0) most = price(d, big(Math.min(now, d.num("end")) - d.num("start")), ZERO);
      if (due.compareTo(channel.paid) <= 0 || due.compareTo(most) > 0) throw new Refused("BadDemand", "id", channel.id, "due", due, "most", most);
      covered(sender, rate("challengeStake"));
      reserve(sender, rate("challengeStake"));
      channel.due = due;
      channel.facts.put("demanded", true);
      enter(channel, "Demanded");
      log("PaymentDemanded").put("id", channel.id).put("due", due);
    }

    private void equivocation(Channel channel, Obj first, Obj second) {
      Obj a = first.obj("status");
      Obj b = second.obj("status");
      boolean one = a.text("channelId").equals(channel.id) && b.text("channelId").equals(channel.id) && a.num("role") == b.num("role")
          && a.num("role") <= 1 && a.num("seq") == b.num("seq");
      if (!one || Arrays.equals(hashStruct("Status", a), hashStruct("Status", b))) throw new Refused("NotEquivocation", "id", channel.id);
      String liar = a.num("role") == 0 ? channel.provider() : channel.requester();
      signed(first.text("author"), liar);
      signed(second.text("author"), liar);
      channel.facts.put(a.num("role") == 0 ? "providerEquivocated" : "requesterEquivocated", true);
      log("EquivocationProved").put("id", channel.id).put("role", a.num("role"));
    }

    private void doubleLease(String sender, Obj first, Obj second) {
      Obj a = first.obj("receipt");
      Obj b = second.obj("receipt");
      Channel one = channels.get(a.text("channelId"));
      Channel two = channels.get(b.text("channelId"));
      long overlap = Math.min(a.num("to"), b.num("to")) - Math.max(a.num("from"), b.num("from"));
      boolean proof = one != null && two != null && one != two && fits(one, a) && fits(two, b) && a.text("provider").equals(b.text("provider"))
          && a.text("resource").equals(b.text("resource")) && a.num("seat") == b.num("seat") && overlap > 2 * parameters.num("delta");
      if (!proof) throw new Refused("NotDoubleLease", "a", a.text("channelId"), "b", b.text("channelId"));
      Set<String> pair = Set.of(one.id, two.id);
      if (proven.contains(pair)) throw new Refused("AlreadyProven", "a", one.id, "b", two.id);
      both(one, first.obj("authors"));
      both(two, second.obj("authors"));
      String provider = one.provider();
      BigInteger stake = of(stakes, provider);
      if (stake.signum() == 0) throw new Refused("NothingStaked", "owner", provider);
      proven.add(pair);
      stakes.remove(provider);
      unstaking.remove(provider);
      BigInteger half = stake.shiftRight(1);
      add(reserved, provider, stake.negate());
      add(balance, sender, half);
      burn(centralizer, stake.subtract(half));
      log("DoubleLeaseProved").put("provider", provider).put("resource", a.text("resource")).put("seat", a.num("seat")).put("slashed", stake);
    }

    private static boolean fits(Channel channel, Obj receipt) {
      return channel.provider().equals(receipt.text("provider")) && channel.requester().equals(receipt.text("requester"));
    }

    private void finish(Channel channel) {
      phase(channel, "Closing", "Breached", "Disputed");
      String grace = switch (channel.phase) {
        case "Closing" -> "settleGrace";
        case "Breached" -> "appealSeconds";
        default -> "evidenceSeconds";
      };
      long longer = channel.deal.num("seats") == 0 ? parameters.num("shortLeaseMax") : 0;
      late(channel.id, channel.since, parameters.num(grace) + longer, channel.sinceBlock);
      Verdict verdict = Verdict.of(channel.facts.put("paid", channel.paid.toString()).put("meterDue", channel.meterDue.toString()), channel.deal, parameters);
      add(reserved, channel.requester(), verdict.fromRequester.negate());
      add(reserved, channel.provider(), verdict.fromProvider.negate());
      add(balance, channel.requester(), verdict.toRequester);
      add(balance, channel.provider(), verdict.toProvider);
      fees = fees.add(verdict.fee);
      burn(centralizer, verdict.burned);
      channel.paid = verdict.paid;
      channel.phase = "Final";
      if (verdict.byProvider || verdict.byRequester)
        log("DealBreached").put("id", channel.id).put("byProvider", verdict.byProvider).put("byRequester", verdict.byRequester);
      settled(channel, verdict.penaltyProvider, verdict.penaltyRequester, NO_HASH);
    }

    List<Object> wallets(List<String> owners) {
      List<Object> out = new ArrayList<>();
      for (String owner : owners) out.add(new Obj().put("id", owner).put("balance", of(balance, owner)).put("reserved", of(reserved, owner)));
      return out;
    }
  }

  static final class LedgerSubject implements Subject {
    private final Obj params;
    private final Ledger ledger;

    LedgerSubject(Obj params) {
      this.params = params;
      ledger = new Ledger(params);
    }

    public Object take(Obj event) {
      ledger.now = event.obj("block").num("timestamp");
      ledger.height = event.obj("block").num("number");
      if (event.has("signature")) {
        Obj place = new Obj().put("chainId", params.obj("place").get("chainId")).put("verifyingContract", params.obj("place").text("centralizer"));
        Obj voucher = new Obj().put("channelId", event.text("id")).put("cumulativeAmount", event.text("cumulative"));
        event.put("signer", Curve.recover(digest(place, "Voucher", voucher), event.text("signature")));
      }
      Obj answer = new Obj();
      try {
        answer.put("logs", ledger.apply(event));
      } catch (Refused refused) {
        answer.put("error", new Obj().put("name", refused.name).put("values", refused.values));
      }
      answer.put("wallets", ledger.wallets(params.texts("watch"))).put("fees", ledger.fees).put("supply", ledger.supply);
      if (!event.has("id")) return answer.put("channel", null);
      Channel channel = ledger.channels.get(event.text("id"));
      Obj shown = new Obj().put("phase", 0L).put("paid", ZERO).put("meterDue", ZERO);
      if (channel != null) shown.put("phase", (long) PHASES.indexOf(channel.phase)).put("paid", channel.paid).put("meterDue", channel.meterDue);
      return answer.put("channel", shown);
    }
  }

  // ───────────────────────────────────────────── orders (orders)

  static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  static final List<String> KINDS = List.of("residential", "mobile", "datacentre");

  static Obj refusal(String reason) {
    return reason == null ? new Obj().put("accepts", true) : new Obj().put("accepts", false).put("reason", reason);
  }

  static int classOf(Obj resource) {
    int six = Ip.read(resource.text("first")).version == 6 ? 6 : 0;
    return six + (resource.num("concurrency") > 1 ? 3 : 0) + KINDS.indexOf(resource.text("kind"));
  }

  /** The first reason for which a side is not admitted, or null (IPSX-ORD-011). */
  static String admits(Obj counterparty, String owner, long rating) {
    if (rating < counterparty.num("minRating")) return "Rating";
    if (!counterparty.list("allow").isEmpty() && !counterparty.list("allow").contains(owner)) return "NotAllowed";
    return counterparty.list("deny").contains(owner) ? "Denied" : null;
  }

  /** The first reason for which a filter does not accept, or null (IPSX-ORD-010). */
  static String filter(Obj filter, Obj resource, long protocols, long scopes, String owner, long rating) {
    if (!filter.list("countries").isEmpty() && !filter.list("countries").contains(resource.text("country"))) return "Country";
    if ((filter.num("classes") >> classOf(resource) & 1) == 0) return "Class";
    if ((filter.num("protocols") & ~protocols) != 0) return "Protocol";
    if ((filter.num("scopes") & ~scopes) != 0) return "Scope";
    if (resource.num("bandwidth") < filter.num("minBandwidth")) return "Bandwidth";
    if (resource.num("quality") < filter.num("minQuality")) return "Quality";
    return admits(filter.obj("provider"), owner, rating);
  }

  static Object orders(Obj event) {
    switch (event.text("type")) {
      case "classOf" -> {
        return new Obj().put("class", (long) classOf(event.obj("resource")));
      }
      case "filter" -> {
        Obj one = event.obj("candidate");
        return refusal(filter(event.obj("filter"), one.obj("resource"), one.num("protocols"), one.num("scopes"), one.text("owner"), one.num("rating")));
      }
      case "admits" -> {
        return refusal(admits(event.obj("counterparty"), event.text("owner"), event.num("rating")));
      }
      case "canonical" -> {
        return new Obj().put("text", canonical(event.obj("order")));
      }
      case "readOrder" -> {
        return new Obj().put("ok", Shape.isOrder(event.get("json")));
      }
      case "covers" -> {
        BigInteger needed = needed(event.obj("request"), event.big("commissionBp"), event.big("minCommission"));
        return new Obj().put("covered", event.big("balance").compareTo(needed) >= 0).put("needed", needed);
      }
      default -> throw new Unknown("no event " + event.text("type"));
    }
  }

  /** The worst-case cost and the minimum commission (IPSX-WAL-007). */
  static BigInteger needed(Obj request, BigInteger basisPoints, BigInteger minimum) {
    return request.big("limit").multiply(request.big("addresses")).add(minimum);
  }

  /** Whether a JSON value is an order with all fields in their bounds. */
  static final class Shape {
    static boolean isOrder(Object json) {
      if (!(json instanceof Obj o) || !isHex(o.get("id"), 64) || !isHex(o.get("owner"), 40) || integer(o.get("nonce"), 53) == null || !moment(o, "expiresAt"))
        return false;
      return "Offer".equals(o.get("_tag")) ? isOffer(o) : "Request".equals(o.get("_tag")) && isRequest(o);
    }

    private static boolean moment(Obj o, String name) {
      return integer(o.get(name), 32) != null;
    }

    private static boolean between(Object json, long least, long most) {
      BigInteger value = integer(json, 53);
      return value != null && value.longValue() >= least && value.longValue() <= most;
    }

    private static boolean price(Object json) {
      return amount(json, 88) != null;
    }

    private static boolean isOffer(Obj o) {
      return moment(o, "from") && moment(o, "to") && moment(o, "minLease") && moment(o, "notice") && moment(o, "maxLag")
          && between(o.get("protocols"), 0, 255) && between(o.get("scopes"), 0, 4095) && price(o.get("noShowCharge"))
          && o.get("tariff") instanceof Obj tariff && price(tariff.get("perSecond")) && price(tariff.get("perByte")) && price(tariff.get("setup"))
          && isParty(o.get("requester")) && o.get("resource") instanceof Obj resource && isResource(resource);
    }

    private static boolean isParty(Object json) {
      return json instanceof Obj party && between(party.get("minRating"), 0, 1000) && isList(party.get("allow"), item -> isHex(item, 40))
          && isList(party.get("deny"), item -> isHex(item, 40));
    }

    private static boolean isList(Object json, java.util.function.Predicate<Object> each) {
      return json instanceof List<?> list && list.size() <= 64 && list.stream().allMatch(each);
    }

    private static boolean isCountry(Object json) {
      return json instanceof String text && COUNTRIES.contains(text);
    }

    private static boolean isResource(Obj r) {
      if (!isHex(r.get("id"), 64) || !(r.get("first") instanceof String first) || Ip.read(first) == null) return false;
      if (!between(r.get("addresses"), 1, 1 << 20) || !between(r.get("concurrency"), 1, 1024) || r.num("addresses") * r.num("concurrency") > 1 << 24) return false;
      Ip ip = Ip.read(first);
      boolean ends = isAmount(ip.number.add(big(r.num("addresses") - 1)), ip.version == 4 ? 32 : 128);
      return ends && isCountry(r.get("country")) && r.get("kind") instanceof String kind && KINDS.contains(kind)
          && moment(r, "network") && moment(r, "bandwidth") && between(r.get("quality"), 0, 1000);
    }

    private static boolean isRequest(Obj o) {
      Object window = o.get("window");
      boolean whole = o.fields.containsKey("window") && o.fields.containsKey("perSecondLimit")
          && (window == null || window instanceof Obj span && moment(span, "from") && moment(span, "to"))
          && (o.get("perSecondLimit") == null || price(o.get("perSecondLimit")));
      return whole && between(o.get("addresses"), 1, 1 << 16) && between(o.get("minimum"), 1, 1 << 16) && moment(o, "duration")
          && between(o.get("maxPerGroup"), 1, 1 << 16) && between(o.get("maxPerNetwork"), 1, 1 << 16) && integer(o.get("bytes"), 53) != null
          && price(o.get("limit")) && o.get("filter") instanceof Obj filter && isFilter(filter);
    }

    private static boolean isFilter(Obj f) {
      return isList(f.get("countries"), Shape::isCountry) && between(f.get("classes"), 1, 4095) && between(f.get("protocols"), 0, 255)
          && between(f.get("scopes"), 0, 4095) && moment(f, "minBandwidth") && between(f.get("minQuality"), 0, 1000) && isParty(f.get("provider"));
    }
  }

  /** A live order, with its place in time and what a matching keeps of it. */
  static final class Live {
    final Obj order;
    final long seq;
    final long rating;
    long remaining;
    /** Of a request: the addresses it has had, and how many of each group and network. */
    final Set<String> had = new HashSet<>();
    final Map<String, Long> counts = new HashMap<>();
    /** Of an offer: its free rectangles. */
    final List<Piece> free = new ArrayList<>();

    Live(Obj order, long seq, long rating) {
      this.order = order;
      this.seq = seq;
      this.rating = rating;
      if (!isOffer()) remaining = order.num("addresses");
    }

    boolean isOffer() {
      return order.text("_tag").equals("Offer");
    }

    String id() {
      return order.text("id");
    }

    String owner() {
      return order.text("owner");
    }

    Obj resource() {
      return order.obj("resource");
    }

    long deadline() {
      return deadlineOf(order);
    }

    static long deadlineOf(Obj order) {
      long expires = order.num("expiresAt");
      if (order.text("_tag").equals("Offer")) return Math.min(expires, order.num("to") - order.num("minLease") + 1);
      return order.has("window") ? Math.min(expires, order.obj("window").num("to") - order.num("duration") + 1) : expires;
    }
  }

  /** The two lists (IPSX-ORD-020 to IPSX-ORD-026). */
  static final class Book {
    final Obj rules;
    final Map<String, Live> live = new LinkedHashMap<>();
    private final Map<String, Long> known = new HashMap<>();
    private final Map<String, Long> minimum = new HashMap<>();
    long now;
    private long sequence;

    Book(Obj rules) {
      this.rules = rules;
    }

    /** The first reason for which an order is refused, or null. */
    String refusal(Obj o, Live without, java.util.function.Predicate<Obj> leased) {
      String terms = o.text("_tag").equals("Offer") ? offerTerms(o) : requestTerms(o);
      if (terms != null) return terms;
      if (Live.deadlineOf(o) <= now) return "Expired";
      if (known.getOrDefault(o.text("id"), 0L) > now) return "Duplicate";
      if (o.num("nonce") < minimum.getOrDefault(o.text("owner"), 0L)) return "NonceCancelled";
      long others = live.values().stream().filter(one -> one != without).count();
      if (others >= rules.num("ordersMax")) return "BookFull";
      long own = live.values().stream().filter(one -> one != without && one.owner().equals(o.text("owner"))).count();
      if (own >= rules.num("ordersPerOwnerMax")) return "OwnerFull";
      if (o.text("_tag").equals("Offer"))
        for (Live one : live.values())
          if (one != without && one.isOffer() && one.owner().equals(o.text("owner")) && conflict(one.order, o)) return "Conflict";
      return leased.test(o) ? "Conflict" : null;
    }

    private String offerTerms(Obj o) {
      if (o.num("minLease") < rules.num("minLease") || o.num("minLease") > rules.num("maxLease")) return "Duration";
      if (o.num("to") - o.num("from") < o.num("minLease")) return "Window";
      boolean free = o.obj("tariff").big("perSecond").signum() == 0 && o.obj("tariff").big("setup").signum() == 0;
      return free || o.big("noShowCharge").signum() == 0 ? "Price" : null;
    }

    private String requestTerms(Obj o) {
      if (o.num("duration") < rules.num("minLease") || o.num("duration") > rules.num("maxLease")) return "Duration";
      if (o.num("minimum") > o.num("addresses")) return "Count";
      if (o.big("limit").signum() == 0) return "Price";
      if (!o.has("window")) return null;
      Obj window = o.obj("window");
      long latest = window.num("to") - o.num("duration");
      return latest < window.num("from") || latest > now + rules.num("bookAheadMax") ? "Window" : null;
    }

    static boolean sameNumbering(Obj a, Obj b) {
      return a.text("first").equals(b.text("first")) && a.num("addresses") == b.num("addresses") && a.num("concurrency") == b.num("concurrency");
    }

    static boolean shareAddress(Obj a, Obj b) {
      Ip one = Ip.read(a.text("first"));
      Ip two = Ip.read(b.text("first"));
      return one.version == two.version && one.number.compareTo(two.number.add(b.big("addresses"))) < 0
          && two.number.compareTo(one.number.add(a.big("addresses"))) < 0;
    }

    private static boolean conflict(Obj a, Obj b) {
      Obj one = a.obj("resource");
      Obj two = b.obj("resource");
      if (!one.text("id").equals(two.text("id"))) return shareAddress(one, two);
      return !sameNumbering(one, two) || a.num("from") < b.num("to") && b.num("from") < a.num("to");
    }

    Live add(Obj order, long rating) {
      Live one = new Live(order, sequence++, rating);
      live.put(one.id(), one);
      known.put(one.id(), one.deadline());
      return one;
    }

    /** Why an order cannot be taken out for an owner, or null. */
    String notOf(String id, String owner) {
      Live one = live.get(id);
      return one == null ? "Unknown" : one.owner().equals(owner) ? null : "NotOwner";
    }

    String notReplaceable(String old, Obj order) {
      String reason = notOf(old, order.text("owner"));
      return reason == null && !live.get(old).order.text("_tag").equals(order.text("_tag")) ? "NotOwner" : reason;
    }

    /** The ids that leave, in the order in which they came. */
    List<String> cancelBelow(String owner, long least) {
      minimum.merge(owner, least, Math::max);
      List<String> gone = live.values().stream().filter(one -> one.owner().equals(owner) && one.order.num("nonce") < least)
          .sorted(Comparator.comparingLong(one -> one.seq)).map(Live::id).toList();
      gone.forEach(live::remove);
      return gone;
    }

    List<String> expire() {
      List<String> gone = live.values().stream().filter(one -> one.deadline() <= now)
          .sorted(Comparator.<Live>comparingLong(Live::deadline).thenComparingLong(one -> one.seq)).map(Live::id).toList();
      gone.forEach(live::remove);
      return gone;
    }
  }

  static final class BookSubject implements Subject {
    private final Book book;

    BookSubject(Obj rules) {
      book = new Book(rules);
    }

    public Object take(Obj event) {
      if (event.has("now")) book.now = Math.max(book.now, event.num("now"));
      switch (event.text("type")) {
        case "place" -> {
          return placed(event.obj("order"), null);
        }
        case "cancel" -> {
          String reason = book.notOf(event.text("order"), event.text("owner"));
          if (reason == null) book.live.remove(event.text("order"));
          return reason == null ? new Obj().put("cancelled", true) : new Obj().put("cancelled", false).put("reason", reason);
        }
        case "replace" -> {
          String reason = book.notReplaceable(event.text("old"), event.obj("order"));
          return reason == null ? placed(event.obj("order"), book.live.get(event.text("old"))) : new Obj().put("placed", false).put("reason", reason);
        }
        case "cancelBelow" -> {
          return new Obj().put("orders", book.cancelBelow(event.text("owner"), event.num("minimum")));
        }
        case "expire" -> {
          return new Obj().put("orders", book.expire());
        }
        default -> throw new Unknown("no event " + event.text("type"));
      }
    }

    private Obj placed(Obj order, Live without) {
      String reason = book.refusal(order, without, one -> false);
      if (reason != null) return new Obj().put("placed", false).put("reason", reason);
      if (without != null) book.live.remove(without.id());
      book.add(order, 0);
      return new Obj().put("placed", true);
    }
  }

  // ───────────────────────────────────────────── matching (matching)

  /** A rectangle of seats and time: free capacity, or a lease. */
  record Piece(long first, long seats, long from, long to) {
    boolean overlaps(Piece other) {
      return first < other.first + other.seats && other.first < first + seats && from < other.to && other.from < to;
    }
  }

  record Lease(String offer, String owner, Obj resource, Piece piece) {}

  record Candidate(Live offer, Piece piece, BigInteger cost) {}

  /** Seats that a search takes of one free rectangle. */
  record Take(Candidate of, List<Long> seats, long start) {}

  static final class Matching {
    final Book book;
    private final List<Lease> leases = new ArrayList<>();
    private List<Object> events = new ArrayList<>();

    /** How far a search goes; without bounds where the rules give none. */
    private final long scanMax;
    private final long triesMax;
    private final long callsMax;

    Matching(Obj rules, long now) {
      scanMax = rules.has("scanMax") ? rules.num("scanMax") : Integer.MAX_VALUE;
      triesMax = rules.has("triesMax") ? rules.num("triesMax") : Integer.MAX_VALUE;
      callsMax = rules.has("callsMax") ? rules.num("callsMax") : Integer.MAX_VALUE;
      book = new Book(rules);
      book.now = now;
    }

    private Obj emit(String type) {
      Obj event = new Obj().put("event", type);
      events.add(event);
      return event;
    }

    List<Object> take(Obj command) {
      events = new ArrayList<>();
      switch (command.text("type")) {
        case "place" -> place(command.obj("order"), command.num("rating"), null);
        case "cancel" -> {
          String reason = book.notOf(command.text("order"), command.text("owner"));
          if (reason != null) rejected(command.text("order"), reason);
          else {
            book.live.remove(command.text("order"));
            emit("Cancelled").put("order", command.text("order"));
          }
        }
        case "replace" -> {
          // A conflict with a lease is looked at before everything else.
          Obj order = command.obj("order");
          boolean taken = order.text("_tag").equals("Offer") && leased(order);
          String reason = book.notReplaceable(command.text("old"), order);
          if (taken) rejected(order.text("id"), "Conflict");
          else if (reason != null) rejected(command.text("old"), reason);
          else place(order, book.live.get(command.text("old")).rating, book.live.get(command.text("old")));
        }
        case "cancelBelow" -> {
          for (String id : book.cancelBelow(command.text("owner"), command.num("minimum"))) emit("Cancelled").put("order", id);
        }
        case "release" -> release(command.text("offer"), new Piece(command.num("firstSeat"), command.num("seats"), command.num("from"), command.num("to")));
        case "advance" -> advance(command.num("now"));
        default -> throw new Unknown("no command " + command.text("type"));
      }
      return events;
    }

    private void rejected(String order, String reason) {
      emit("Rejected").put("order", order).put("reason", reason);
    }

    private void place(Obj order, long rating, Live old) {
      boolean offer = order.text("_tag").equals("Offer");
      String reason = book.refusal(order, old, one -> offer && leased(one));
      if (reason != null) {
        rejected(order.text("id"), reason);
        return;
      }
      if (old != null) {
        book.live.remove(old.id());
        emit("Cancelled").put("order", old.id());
      }
      Live one = book.add(order, rating);
      if (offer) placeOffer(one);
      else {
        serve(one);
        if (one.remaining > 0) emit("Rested").put("order", one.id()).put("remaining", one.remaining);
      }
    }

    /** Whether its owner has leased an address of an offer under another numbering of seats (IPSX-ORD-026). */
    private boolean leased(Obj offer) {
      Obj resource = offer.obj("resource");
      for (Lease lease : leases) {
        if (!lease.owner.equals(offer.text("owner")) || lease.piece.to <= book.now) continue;
        boolean same = lease.resource.text("id").equals(resource.text("id"));
        if (same ? !Book.sameNumbering(lease.resource, resource) : Book.shareAddress(lease.resource, resource)) return true;
      }
      return false;
    }

    private void placeOffer(Live offer) {
      Obj resource = offer.resource();
      long seats = resource.num("addresses") * resource.num("concurrency");
      offer.free.add(new Piece(0, seats, offer.order.num("from"), offer.order.num("to")));
      for (Lease lease : leases) {
        if (!lease.owner.equals(offer.owner()) || !lease.resource.text("id").equals(resource.text("id"))) continue;
        List<Piece> left = new ArrayList<>();
        for (Piece piece : offer.free) left.addAll(piece.overlaps(lease.piece) ? without(piece, lease.piece) : List.of(piece));
        offer.free.clear();
        offer.free.addAll(left);
      }
      emit("Rested").put("order", offer.id()).put("remaining", seats);
      discardShort(offer);
      serveResting(offer);
    }

    /** What is left of a rectangle: before and after on the cut's seats, then the seats below, then those above. */
    private static List<Piece> without(Piece piece, Piece cut) {
      long first = Math.max(piece.first, cut.first);
      long end = Math.min(piece.first + piece.seats, cut.first + cut.seats);
      List<Piece> out = new ArrayList<>();
      if (piece.from < cut.from) out.add(new Piece(first, end - first, piece.from, cut.from));
      if (cut.to < piece.to) out.add(new Piece(first, end - first, cut.to, piece.to));
      if (piece.first < first) out.add(new Piece(piece.first, first - piece.first, piece.from, piece.to));
      if (end < piece.first + piece.seats) out.add(new Piece(end, piece.first + piece.seats - end, piece.from, piece.to));
      return out;
    }

    private boolean isShort(Live offer, Piece piece) {
      return piece.to - Math.max(piece.from, book.now) < offer.order.num("minLease");
    }

    /** Puts a rectangle that begins before now to begin now, and back among the free ones if it is long enough. */
    private void keep(Live offer, Piece piece) {
      Piece from = new Piece(piece.first, piece.seats, Math.max(piece.from, book.now), piece.to);
      if (from.to <= from.from) return;
      if (isShort(offer, from)) discarded(offer, from);
      else offer.free.add(from);
    }

    private void discarded(Live offer, Piece piece) {
      if (piece.to <= book.now) return;
      emit("Discarded").put("offer", offer.id()).put("firstSeat", piece.first).put("seats", piece.seats)
          .put("from", Math.max(piece.from, Math.min(book.now, piece.to))).put("to", piece.to);
    }

    private void discardShort(Live offer) {
      List<Piece> gone = offer.free.stream().filter(piece -> isShort(offer, piece))
          .sorted(Comparator.comparingLong(Piece::from).thenComparingLong(Piece::first)).toList();
      offer.free.removeAll(gone);
      gone.forEach(piece -> discarded(offer, piece));
    }

    private static BigInteger cost(Obj tariff, Obj request) {
      return tariff.big("setup").add(tariff.big("perSecond").multiply(request.big("duration"))).add(tariff.big("perByte").multiply(request.big("bytes")));
    }

    private static boolean affords(Live offer, Live request) {
      Obj tariff = offer.order.obj("tariff");
      Obj r = request.order;
      return cost(tariff, r).compareTo(r.big("limit")) <= 0 && (!r.has("perSecondLimit") || tariff.big("perSecond").compareTo(r.big("perSecondLimit")) <= 0);
    }

    /** Whether two orders admit each other, but for capacity. */
    private boolean fit(Live offer, Live request) {
      Obj o = offer.order;
      Obj r = request.order;
      return affords(offer, request) && !offer.owner().equals(request.owner()) && r.num("duration") >= o.num("minLease")
          && filter(r.obj("filter"), offer.resource(), o.num("protocols"), o.num("scopes"), offer.owner(), offer.rating) == null
          && admits(o.obj("requester"), request.owner(), request.rating) == null;
    }

    /** The conditions that do not count as a try, some of them coarsely (IPSX-MAT-016). */
    private static boolean passesSieve(Live offer, Live request) {
      Obj o = offer.order;
      Obj r = request.order;
      Obj filter = r.obj("filter");
      return (filter.num("protocols") & ~o.num("protocols")) == 0 && (filter.num("scopes") & ~o.num("scopes")) == 0
          && offer.rating / 64 >= filter.obj("provider").num("minRating") / 64 && offer.resource().num("quality") / 128 >= filter.num("minQuality") / 128
          && Long.highestOneBit(o.num("minLease") | 1) <= Long.highestOneBit(r.num("duration") | 1) && affords(offer, request);
    }

    private static final Comparator<Candidate> older =
        Comparator.<Candidate>comparingLong(one -> one.offer.seq).thenComparingLong(one -> one.piece.from).thenComparingLong(one -> one.piece.first);

    /** By the price of a second in a lease of an hour, then by age. */
    private static final Comparator<Candidate> reference = Comparator.<Candidate>comparingDouble(one -> {
      Obj tariff = one.offer.order.obj("tariff");
      return tariff.big("perSecond").doubleValue() + tariff.big("setup").doubleValue() / 3600 + tariff.big("perByte").doubleValue() * 29127;
    }).thenComparing(older);

    /** The free rectangles in the cells that a request names, or of the providers that it allows. */
    private List<Candidate> pieces(Live request) {
      Obj filter = request.order.obj("filter");
      List<Object> allow = filter.obj("provider").list("allow");
      List<Candidate> all = new ArrayList<>();
      for (Live offer : book.live.values()) {
        if (!offer.isOffer() || !filter.list("countries").isEmpty() && !filter.list("countries").contains(offer.resource().text("country"))) continue;
        if ((filter.num("classes") >> classOf(offer.resource()) & 1) == 0 || !allow.isEmpty() && !allow.contains(offer.owner())) continue;
        for (Piece piece : offer.free)
          if (request.order.has("window") || piece.from <= book.now)
            all.add(new Candidate(offer, piece, cost(offer.order.obj("tariff"), request.order)));
      }
      return all;
    }

    private Candidate cutFor(Live request) {
      if (!request.order.obj("filter").obj("provider").list("allow").isEmpty()) return null;
      return cut(pieces(request), one -> one.offer.resource().text("country") + classOf(one.offer.resource()) + (one.piece.from > book.now), reference);
    }

    /** The first of all that lie deeper in their group than its share of what may be looked at; null when all may be. */
    private <A> A cut(List<A> all, java.util.function.Function<A, String> groupOf, Comparator<A> order) {
      if (all.size() <= scanMax) return null;
      Map<String, List<A>> groups = new LinkedHashMap<>();
      for (A one : all) groups.computeIfAbsent(groupOf.apply(one), name -> new ArrayList<>()).add(one);
      A first = null;
      for (List<A> group : groups.values()) {
        group.sort(order);
        long depth = Math.max(Math.max(1, scanMax / 1024), scanMax * group.size() / all.size());
        if (depth < group.size() && (first == null || order.compare(group.get((int) depth), first) < 0)) first = group.get((int) depth);
      }
      return first;
    }

    /** The first moment at which a lease can begin in a rectangle, or -1. */
    private long start(Piece piece, Obj request) {
      long now = book.now;
      long from = Math.max(piece.from, now);
      long to = piece.to;
      if (!request.has("window")) return piece.from <= now && now + request.num("duration") <= to ? now : -1;
      from = Math.max(from, request.obj("window").num("from"));
      to = Math.min(to, request.obj("window").num("to"));
      return from + request.num("duration") <= to ? from : -1;
    }

    /** Takes what a request can have, in rank; false when it took nothing. */
    private boolean serve(Live request) {
      Candidate cut = cutFor(request);
      List<Candidate> candidates = new ArrayList<>();
      for (Candidate one : pieces(request))
        if ((cut == null || reference.compare(one, cut) < 0) && start(one.piece, request.order) >= 0 && passesSieve(one.offer, request)) candidates.add(one);
      candidates.sort(Comparator.comparing(Candidate::cost).thenComparing(older));
      Set<String> had = new HashSet<>(request.had);
      Map<String, Long> counts = new HashMap<>(request.counts);
      List<Take> takes = new ArrayList<>();
      long taken = 0;
      long tried = 0;
      for (Candidate candidate : candidates) {
        if (taken == request.remaining || tried == triesMax) break;
        tried++;
        if (!fit(candidate.offer, request)) continue;
        List<Long> seats = seats(candidate, request, had, counts, request.remaining - taken);
        if (seats.isEmpty()) continue;
        takes.add(new Take(candidate, seats, start(candidate.piece, request.order)));
        taken += seats.size();
      }
      if (taken < request.remaining && (tried == triesMax || cut != null && affords(cut.offer, request)))
        emit("Exhausted").put("order", request.id()).put("fills", (long) takes.size());
      if (taken < Math.min(request.order.num("minimum"), request.remaining) || taken == 0) return false;
      request.had.addAll(had);
      request.counts.putAll(counts);
      request.remaining -= taken;
      takes.forEach(one -> fill(one, request));
      if (request.remaining == 0) {
        book.live.remove(request.id());
        emit("Completed").put("order", request.id());
      }
      return true;
    }

    /** From the lowest seat up, one of each address, those that the caps admit (IPSX-MAT-008, IPSX-MAT-040). */
    private static List<Long> seats(Candidate candidate, Live request, Set<String> had, Map<String, Long> counts, long most) {
      Obj resource = candidate.offer.resource();
      Ip first = Ip.read(resource.text("first"));
      List<Long> seats = new ArrayList<>();
      for (long seat = candidate.piece.first; seat < candidate.piece.first + candidate.piece.seats && seats.size() < most; seat++) {
        Ip ip = new Ip(first.version, first.number.add(big(seat / resource.num("concurrency"))));
        String group = "group " + ip.version + " " + ip.group();
        String network = "network " + resource.num("network");
        String address = ip.version + " " + ip.number;
        if (had.contains(address) || counts.getOrDefault(group, 0L) >= request.order.num("maxPerGroup")
            || counts.getOrDefault(network, 0L) >= request.order.num("maxPerNetwork")) continue;
        had.add(address);
        counts.merge(group, 1L, Long::sum);
        counts.merge(network, 1L, Long::sum);
        seats.add(seat);
      }
      return seats;
    }

    private void fill(Take take, Live request) {
      Live offer = take.of.offer;
      Piece rest = take.of.piece;
      offer.free.remove(rest);
      long end = take.start + request.order.num("duration");
      for (int i = 0; i < take.seats.size(); ) {
        int n = 1;
        while (i + n < take.seats.size() && n < book.rules.num("maxSeats") && take.seats.get(i + n) == take.seats.get(i) + n) n++;
        Piece run = new Piece(take.seats.get(i), n, take.start, end);
        filled(offer, request, run, take.of.cost);
        i += n;
        long above = run.first + run.seats;
        boolean more = i < take.seats.size();
        Piece now = new Piece(rest.first, rest.seats, Math.max(rest.from, book.now), rest.to);
        for (Piece piece : without(now, run)) if (!(more && piece.first == above)) keep(offer, piece);
        rest = new Piece(above, now.first + now.seats - above, now.from, now.to);
      }
    }

    private void filled(Live offer, Live request, Piece run, BigInteger each) {
      Obj tariff = offer.order.obj("tariff");
      BigInteger seats = big(run.seats);
      BigInteger cost = each.multiply(seats);
      leases.add(new Lease(offer.id(), offer.owner(), offer.resource(), run));
      emit("Filled").put("offer", offer.id()).put("request", request.id()).put("provider", offer.owner()).put("requester", request.owner())
          .put("resource", offer.resource().text("id")).put("firstSeat", run.first).put("seats", run.seats).put("start", run.from).put("end", run.to)
          .put("tariff", new Obj().put("perSecond", tariff.big("perSecond").multiply(seats)).put("perByte", tariff.big("perByte"))
              .put("setup", tariff.big("setup").multiply(seats)))
          .put("noShowCharge", offer.order.big("noShowCharge").multiply(seats).min(cost)).put("cost", cost);
    }

    /** Requests that pay more for a second of lease first, then older ones (IPSX-MAT-007). */
    private static final Comparator<Live> better = (a, b) -> {
      BigInteger left = a.order.big("limit").multiply(b.order.big("duration"));
      BigInteger right = b.order.big("limit").multiply(a.order.big("duration"));
      return right.compareTo(left) != 0 ? right.compareTo(left) : Long.compare(a.seq, b.seq);
    };

    /** New capacity of an offer goes to the resting requests before their cut, until some have taken nothing (IPSX-MAT-017). */
    private void serveResting(Live offer) {
      List<Live> requests = new ArrayList<>();
      for (Live one : book.live.values()) {
        List<Object> countries = one.isOffer() ? null : one.order.obj("filter").list("countries");
        if (countries != null && (countries.isEmpty() || countries.contains(offer.resource().text("country")))) requests.add(one);
      }
      Live cut = cut(requests, one -> "" + one.order.obj("filter").list("countries").isEmpty(), better);
      requests.sort(better);
      long served = 0;
      long inVain = 0;
      for (Live request : requests) {
        if (cut != null && better.compare(request, cut) >= 0) break;
        if (offer.free.isEmpty()) return;
        if (!fit(offer, request) || offer.free.stream().noneMatch(piece -> start(piece, request.order) >= 0)) continue;
        if (inVain == callsMax) {
          emit("Exhausted").put("order", offer.id()).put("fills", served);
          return;
        }
        if (serve(request)) served++;
        else inVain++;
      }
      if (cut != null && affords(offer, cut) && !offer.free.isEmpty()) emit("Exhausted").put("order", offer.id()).put("fills", served);
    }

    private void release(String offerId, Piece asked) {
      Lease lease = leases.stream().filter(one -> one.offer.equals(offerId) && covers(one.piece, asked)).findFirst().orElse(null);
      Live offer = book.live.get(offerId);
      if (offer == null || lease == null || asked.seats == 0 || asked.to <= asked.from || asked.to <= book.now) {
        rejected(offerId, "NotLeased");
        return;
      }
      leases.remove(lease);
      for (Piece left : without(lease.piece, asked)) leases.add(new Lease(lease.offer, lease.owner, lease.resource, left));
      Piece freed = new Piece(asked.first, asked.seats, Math.max(asked.from, book.now), asked.to);
      emit("Released").put("offer", offerId).put("firstSeat", freed.first).put("seats", freed.seats).put("from", freed.from).put("to", freed.to);
      for (boolean joined = true; joined; ) {
        joined = false;
        List<Piece> neighbours = new ArrayList<>(offer.free); // IPSX-MAT-039
        neighbours.sort(Comparator.<Piece>comparingLong(one -> Math.max(one.from, book.now)).thenComparingLong(one -> one.first));
        for (Piece one : neighbours) {
          Piece both = join(one, freed);
          if (both == null) continue;
          offer.free.remove(one);
          freed = both;
          joined = true;
          break;
        }
      }
      keep(offer, freed);
      serveResting(offer);
    }

    private static boolean covers(Piece lease, Piece asked) {
      return lease.first <= asked.first && asked.first + asked.seats <= lease.first + lease.seats && lease.from <= asked.from && asked.to <= lease.to;
    }

    private Piece join(Piece a, Piece b) {
      Piece one = new Piece(a.first, a.seats, Math.max(a.from, book.now), a.to);
      if (one.first == b.first && one.seats == b.seats && (one.to == b.from || b.to == one.from))
        return new Piece(one.first, one.seats, Math.min(one.from, b.from), Math.max(one.to, b.to));
      if (one.from == b.from && one.to == b.to && (one.first + one.seats == b.first || b.first + b.seats == one.first))
        return new Piece(Math.min(one.first, b.first), one.seats + b.seats, one.from, one.to);
      return null;
    }

    void advance(long to) {
      if (to <= book.now) return;
      long before = book.now;
      book.now = to;
      for (String id : book.expire()) emit("Expired").put("order", id);
      leases.removeIf(lease -> lease.piece.to <= to);
      List<Live> offers = book.live.values().stream().filter(Live::isOffer).sorted(Comparator.comparingLong(one -> one.seq)).toList();
      offers.forEach(this::discardShort);
      List<Live> begun = offers.stream().filter(offer -> offer.free.stream().anyMatch(piece -> piece.from > before && piece.from <= to)).toList();
      begun.forEach(this::serveResting);
    }
  }

  static final class MatchingSubject implements Subject {
    private final Matching matching;

    MatchingSubject(Obj params) {
      matching = new Matching(params.obj("rules"), params.num("now"));
    }

    public Object take(Obj event) {
      return new Obj().put("events", matching.take(event));
    }
  }

  /** From a match to a deal. */
  static Object deal(Obj event) {
    return new Obj().put("deal", dealOf(event.obj("match"), event.flag("newcomer"), event.big("bondBp"), event.num("acceptWindow")));
  }

  static Obj dealOf(Obj m, boolean newcomer, BigInteger bondBp, long acceptWindow) {
    Obj tariff = m.obj("tariff");
    BigInteger setup = tariff.big("setup");
    long lease = m.num("end") - m.num("start");
    BigInteger cap = setup.add(tariff.big("perSecond").multiply(big(lease))).add(tariff.big("perByte").multiply(m.big("bytes")));
    long maxLag = Math.max(2, Math.min(m.num("maxLag"), (lease + 4) / 5));
    BigInteger first = cap.min(setup.add(ceilDiv(cap.subtract(setup).multiply(big(interval(maxLag))), big(lease))));
    Obj deal = new Obj();
    for (String name : List.of("provider", "requester", "offer", "request", "providerNonce", "requesterNonce", "resource", "firstSeat", "seats", "start", "end"))
      deal.put(name, m.get(name));
    return deal.put("validUntil", m.num("start") + acceptWindow).put("cap", cap).put("bond", ceilDiv(cap.multiply(bondBp), big(10_000)))
        .put("prepaid", newcomer ? first : ZERO).put("pricePerSecond", tariff.big("perSecond")).put("pricePerByte", tariff.big("perByte"))
        .put("setupPrice", setup).put("noShowCharge", m.big("noShowCharge").min(first).max(ONE)).put("maxLag", maxLag).put("notice", m.num("notice"))
        .put("terms", m.text("terms")).put("salt", m.get("salt"));
  }

  // ───────────────────────────────────────────── the exchange (all chapters together)

  static final class Exchange implements Subject {
    /** A deal that is not yet over, as the exchange sees it. */
    private static final class Open {
      final String id;
      final Obj deal;
      final Agreement agreement = new Agreement();
      final Map<String, Long> heard = new HashMap<>();
      boolean opened;
      boolean released;
      boolean contested;

      Open(String id, Obj deal) {
        this.id = id;
        this.deal = deal;
      }
    }

    private final Obj params;
    private final Ledger ledger;
    private final Matching matching;
    private final Map<String, Obj> orders = new HashMap<>();
    private final Map<String, Open> deals = new LinkedHashMap<>();
    private final Map<String, BigInteger[]> ratings = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final TreeMap<String, Long> ended = new TreeMap<>();
    private long salt = 0;
    private long now;
    private List<Object> traded;
    private List<Object> proposed;
    private List<Object> moved;

    Exchange(Obj params) {
      this.params = params;
      ledger = new Ledger(params);
      now = ledger.now;
      matching = new Matching(params.obj("rules"), now);
    }

    public Object take(Obj event) {
      if (event.text("type").equals("look")) return look(event.texts("wallets"));
      traded = new ArrayList<>();
      proposed = new ArrayList<>();
      moved = new ArrayList<>();
      List<Object> outcomes = new ArrayList<>();
      String type = event.text("type");
      if (List.of("place", "cancel", "advance").contains(type)) advance(event.num("now"));
      String refused = switch (type) {
        case "place" -> place(event.obj("order"));
        case "cancel" -> {
          trade(new Obj().put("type", "cancel").put("order", event.text("id")).put("owner", event.text("owner")));
          yield null;
        }
        case "advance" -> null;
        case "report" -> report(event.obj("message"), event.num("now"));
        case "lapse" -> lapse(event.text("id"), event.num("now"));
        case "mine" -> {
          mine(event, outcomes);
          yield null;
        }
        default -> throw new Unknown("no event " + type);
      };
      if (refused != null) return error(refused);
      return new Obj().put("traded", traded).put("proposed", proposed).put("moved", moved).put("outcomes", outcomes);
    }

    private BigInteger rating(String owner) {
      BigInteger[] weights = ratings.getOrDefault(owner, new BigInteger[] {ZERO, ZERO});
      BigInteger p = big(10).multiply(UNIT);
      return big(500).multiply(p).add(big(1000).multiply(weights[0])).divide(p.add(weights[0]).add(weights[1]));
    }

    private void advance(long to) {
      now = Math.max(now, to);
      trade(new Obj().put("type", "advance").put("now", to));
    }

    private void trade(Obj command) {
      for (Object one : matching.take(command)) {
        traded.add(one);
        if (((Obj) one).text("event").equals("Filled")) propose((Obj) one);
      }
    }

    private void propose(Obj fill) {
      Obj offer = orders.get(fill.text("offer"));
      Obj request = orders.get(fill.text("request"));
      salt++;
      BigInteger seats = fill.big("seats");
      Obj match = new Obj().put("providerNonce", offer.num("nonce")).put("requesterNonce", request.num("nonce"));
      for (String name : List.of("provider", "requester", "offer", "request", "resource", "firstSeat", "seats", "start", "end")) match.put(name, fill.get(name));
      Obj tariff = fill.obj("tariff");
      match.put("tariff", new Obj().put("perSecond", tariff.get("perSecond").toString()).put("perByte", tariff.get("perByte").toString()).put("setup", tariff.get("setup").toString()))
          .put("noShowCharge", offer.big("noShowCharge").multiply(seats).toString()).put("bytes", seats.multiply(request.big("bytes")).longValueExact())
          .put("maxLag", offer.num("maxLag")).put("notice", offer.num("notice")).put("terms", terms(offer, request)).put("salt", hex(word(big(salt))));
      Obj deal = dealOf(match, !settled.contains(fill.text("requester")), ledger.rate("bondBp"), ledger.parameters.num("acceptWindow"));
      deal.fields.replaceAll((name, value) -> value instanceof BigInteger ? value.toString() : value);
      String id = channelId(deal);
      deals.put(id, new Open(id, deal));
      proposed.add(new Obj().put("id", id).put("deal", deal));
    }

    private String place(Obj order) {
      if (order.text("_tag").equals("Request")) {
        BigInteger needed = needed(order, ledger.rate("commissionBp"), ledger.rate("minCommission"));
        if (Ledger.of(ledger.balance, order.text("owner")).compareTo(needed) < 0) return "Uncovered";
      }
      if (!orders.containsKey(order.text("id")) || !matching.book.live.containsKey(order.text("id"))) orders.put(order.text("id"), order);
      trade(new Obj().put("type", "place").put("order", order).put("rating", rating(order.text("owner")).longValue()));
      return null;
    }

    /** Lets an agreement take an event, and says so. */
    private boolean move(Open open, String event) {
      String from = open.agreement.deal();
      String before = open.agreement.state();
      if (!open.agreement.take(event)) return false;
      // A sign of life is taken and changes nothing.
      if (before.equals(open.agreement.state())) return true;
      moved.add(new Obj().put("id", open.id).put("from", from).put("to", open.agreement.deal()));
      return true;
    }

    private void release(Open open, long from) {
      if (open.released) return;
      open.released = true;
      Obj d = open.deal;
      if (Math.max(from, d.num("start")) >= d.num("end")) return;
      trade(new Obj().put("type", "release").put("offer", d.text("offer")).put("firstSeat", d.num("firstSeat")).put("seats", d.num("seats"))
          .put("from", Math.max(from, d.num("start"))).put("to", d.num("end")));
    }

    private String report(Obj message, long at) {
      Open open = deals.get(message.text("id"));
      if (open == null) return "UnknownDeal";
      String author = message.text("author");
      String side = author.equals(open.deal.text("provider")) ? "provider" : author.equals(open.deal.text("requester")) ? "requester" : null;
      if (side == null) return "NotAuthor";
      now = Math.max(now, at);
      switch (message.text("type")) {
        case "Accept" -> move(open, side + ".accept");
        case "Decline" -> {
          move(open, side + ".decline");
          Agreement a = open.agreement;
          if (a.provider.equals("Declined") && !a.requester.equals("Accepted")) {
            advance(at);
            release(open, at);
          }
        }
        case "Status" -> status(open, side, message.obj("status"));
        default -> throw new Unknown("no message " + message.text("type"));
      }
      return null;
    }

    private void status(Open open, String side, Obj status) {
      boolean mine = side.equals("provider");
      if (!status.text("channelId").equals(open.id) || status.num("role") != (mine ? 0 : 1) || status.num("seq") != open.heard.getOrDefault(side, 0L) + 1) return;
      open.heard.put(side, status.num("seq"));
      String register = (mine ? PROVIDER : REQUESTER).get((int) status.num("status"));
      if (!mine && register.equals("Active")) move(open, "cleared");
      String verb = switch (register) {
        case "Accepted" -> "accept";
        case "Declined" -> "decline";
        case "Ready" -> "ready";
        case "Active" -> "activate";
        case "Paused" -> "pause";
        case "Stopped" -> "stop";
        case "Settled" -> "settle";
        case "Disputing" -> "dispute";
        default -> null;
      };
      if (verb != null) move(open, side + "." + verb);
      if (mine && status.num("reason") == 3) move(open, "lag");
      if (status.num("reason") == 5) move(open, mine ? "requesterSilent" : "providerSilent");
    }

    private String lapse(String id, long at) {
      Open open = deals.get(id);
      if (open == null) return "UnknownDeal";
      if (at <= open.deal.num("validUntil") || open.opened) return null;
      advance(at);
      move(open, "acceptExpired");
      release(open, at);
      forget(open);
      return null;
    }

    private void forget(Open open) {
      deals.remove(open.id);
      ended.merge(open.agreement.deal(), 1L, Long::sum);
    }

    private void mine(Obj block, List<Object> outcomes) {
      ledger.now = block.num("timestamp");
      ledger.height = block.num("number");
      advance(ledger.now);
      for (Obj transaction : block.objs("transactions")) {
        try {
          List<Object> logs = ledger.apply(transaction);
          outcomes.add(new Obj().put("logs", logs));
          for (Object log : logs) witness((Obj) log);
        } catch (Refused refused) {
          outcomes.add(new Obj().put("error", new Obj().put("name", refused.name).put("values", refused.values)));
        }
      }
    }

    private void witness(Obj log) {
      if (log.text("event").equals("OrdersCancelled")) {
        trade(new Obj().put("type", "cancelBelow").put("owner", log.text("owner")).put("minimum", log.num("minimum")));
        return;
      }
      Open open = log.get("id") instanceof String id ? deals.get(id) : null;
      if (open == null) return;
      Channel channel = ledger.channels.get(open.id);
      if (log.has("by")) {
        String side = log.text("by").equals(open.deal.text("provider")) ? "provider" : "requester";
        move(open, side + (log.text("event").equals("DealStopped") ? ".stop" : ".dispute"));
      }
      switch (log.text("event")) {
        case "DealOpened" -> {
          open.opened = true;
          move(open, "commit");
        }
        case "DealDisputed" -> open.contested = true;
        case "DealEnded" -> move(open, "end");
        case "DemandMet" -> move(open, "cleared");
        case "ChallengeAnswered" -> {
          open.contested = true;
          move(open, "answered");
        }
        case "ProviderDefaulted" -> move(open, "convicted");
        case "DemandLapsed" -> {
          open.contested = true;
          move(open, "lapsed");
        }
        case "DealBreached" -> move(open, log.flag("byProvider") ? log.flag("byRequester") ? "finalBreachBoth" : "finalBreachP" : "finalBreachR");
        case "DealSettled" -> settle(open, channel);
        default -> {}
      }
      if (channel != null && !channel.serves()) release(open, ledger.now);
    }

    private void settle(Open open, Channel channel) {
      if (!open.agreement.isFinal) move(open, "finalSettled");
      String deal = open.agreement.deal();
      boolean byProvider = deal.equals("BreachedByProvider") || deal.equals("BreachedByBoth");
      boolean byRequester = deal.equals("BreachedByRequester") || deal.equals("BreachedByBoth");
      rate(open.deal.text("provider"), byProvider, open, channel);
      rate(open.deal.text("requester"), byRequester, open, channel);
      if (deal.equals("Settled")) settled.add(open.deal.text("requester"));
      release(open, ledger.now);
      forget(open);
    }

    private void rate(String owner, boolean breached, Open open, Channel channel) {
      BigInteger[] weights = ratings.computeIfAbsent(owner, key -> new BigInteger[] {ZERO, ZERO});
      if (breached) weights[1] = weights[1].add(channel.cap());
      else if (!open.contested) weights[0] = weights[0].add(channel.paid);
    }

    private Obj look(List<String> owners) {
      TreeMap<String, Long> counts = new TreeMap<>(ended);
      for (Open open : deals.values()) counts.merge(open.agreement.deal(), 1L, Long::sum);
      Obj byStatus = new Obj();
      counts.forEach(byStatus::put);
      List<Object> scores = new ArrayList<>();
      for (String owner : owners) scores.add(rating(owner).longValue());
      return new Obj().put("wallets", ledger.wallets(owners)).put("fees", ledger.fees).put("supply", ledger.supply).put("deals", byStatus).put("ratings", scores);
    }
  }
}
